using GdprKit.Samples.Crm.Consent;
using GdprKit.Samples.Crm.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace GdprKit.Samples.Crm.Pages;

/// <summary>
/// Where the link of a confirmation mail leads. Reading the page changes nothing, because programs that look for malice in mails open every
/// link; only the button does.
/// </summary>
[ResponseCache(NoStore = true)]
public sealed class ConfirmModel(Confirmations confirmations, ProcessingRegister register, IStringLocalizer<Texts> texts) : PageModel
{
    /// <summary>The signed part of the link.</summary>
    [FromRoute]
    public string? Link { get; set; }

    public Confirmation Found { get; private set; } = new(ConfirmationState.NotOurs);

    /// <summary>Whom to ask when a link does not work.</summary>
    public string? Contact => register.Controller.Rights.Email ?? register.Controller.Contact.Email;

    [TempData]
    public string? Confirmation { get; set; }

    public async Task OnGetAsync(CancellationToken cancellationToken) => Found = await confirmations.FindAsync(Link, cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Found = await confirmations.ConfirmAsync(Link, cancellationToken);
        if (Found.State is not ConfirmationState.Open)
        {
            return Page();
        }

        Confirmation = texts["Confirm.Thanks"];
        return RedirectToPage(new { link = Link });
    }
}
