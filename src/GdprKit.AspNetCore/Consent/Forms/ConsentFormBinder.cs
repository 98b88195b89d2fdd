using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit;

/// <summary>Binds the questions of a form in Razor Pages and MVC.</summary>
internal sealed class ConsentFormBinder : FormBinder<ConsentForm>
{
    protected override async ValueTask<(ConsentForm Form, FormFault? Fault, Language Language)> ReadAsync(HttpContext context)
    {
        var forms = context.RequestServices.GetRequiredService<ConsentForms>();
        var form = await forms.ReadAsync(context.Request, person: null, context.RequestAborted).ConfigureAwait(false);
        return (form, form.Fault, forms.LanguageOfVisitor);
    }
}
