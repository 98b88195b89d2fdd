using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace GdprKit;

/// <summary>Binds what GdprKit put into a form in Razor Pages and MVC. A form that is refused is an error of the model.</summary>
/// <typeparam name="TForm">What is bound.</typeparam>
internal abstract class FormBinder<TForm> : IModelBinder
    where TForm : class
{
    public async Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var (form, fault, language) = await ReadAsync(bindingContext.HttpContext).ConfigureAwait(false);
        if (fault is not null)
        {
            bindingContext.ModelState.TryAddModelError(ModelErrorKey.Of(bindingContext), fault.In(language));
        }

        bindingContext.Result = ModelBindingResult.Success(form);
    }

    /// <summary>Reads the form of a request.</summary>
    /// <returns>The form, why it is refused if it is, and the language of the visitor.</returns>
    protected abstract ValueTask<(TForm Form, FormFault? Fault, Language Language)> ReadAsync(HttpContext context);
}
