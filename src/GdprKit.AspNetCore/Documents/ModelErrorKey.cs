using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace GdprKit;

/// <summary>Under which name an error about a parameter or property stands.</summary>
internal static class ModelErrorKey
{
    /// <summary>
    /// Its own name, also where no field of the form begins with it: the name of the model is empty then, and an error without a name is one of
    /// the whole request.
    /// </summary>
    public static string Of(ModelBindingContext binding) => binding.ModelName.Length > 0 ? binding.ModelName : binding.FieldName ?? "";
}
