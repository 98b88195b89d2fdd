using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit;

/// <summary>Binds the questions of a form in Razor Pages and MVC. A form that is refused is an error of the model.</summary>
internal sealed class ConsentFormBinder : IModelBinder
{
    public async Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var context = bindingContext.HttpContext;
        var forms = context.RequestServices.GetRequiredService<ConsentForms>();
        var form = await forms.ReadAsync(context.Request, person: null, context.RequestAborted).ConfigureAwait(false);
        if (form.Fault is { } fault)
        {
            bindingContext.ModelState.TryAddModelError(ModelErrorKey.Of(bindingContext), fault.In(forms.LanguageOfVisitor));
        }

        bindingContext.Result = ModelBindingResult.Success(form);
    }
}
