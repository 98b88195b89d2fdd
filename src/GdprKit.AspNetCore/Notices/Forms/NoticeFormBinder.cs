using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit;

/// <summary>Binds the box about the notice in Razor Pages and MVC.</summary>
internal sealed class NoticeFormBinder : FormBinder<NoticeForm>
{
    protected override async ValueTask<(NoticeForm Form, FormFault? Fault, Language Language)> ReadAsync(HttpContext context)
    {
        var forms = context.RequestServices.GetRequiredService<NoticeForms>();
        var form = await forms.ReadAsync(context.Request, person: null, context.RequestAborted).ConfigureAwait(false);
        return (form, form.Fault, forms.LanguageOfVisitor);
    }
}
