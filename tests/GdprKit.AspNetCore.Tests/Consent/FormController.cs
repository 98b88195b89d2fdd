using Microsoft.AspNetCore.Mvc;

namespace GdprKit.Consent;

/// <summary>Takes a form as an action of a controller does, and as a bound property does, which is how Razor Pages take it.</summary>
public sealed class FormController : ControllerBase
{
    [BindProperty]
    public ConsentForm Consent { get; set; } = null!;

    [HttpPost("/action")]
    public HeardForm Action(ConsentForm form) => HeardForm.Of(form, ModelState.IsValid);

    [HttpPost("/property")]
    public HeardForm Property() => HeardForm.Of(Consent, ModelState.IsValid);
}
