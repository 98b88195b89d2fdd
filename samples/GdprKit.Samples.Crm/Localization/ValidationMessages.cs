using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace GdprKit.Samples.Crm.Localization;

/// <summary>Gives every validation attribute the text of this shop, where it has none of its own.</summary>
public sealed class ValidationMessages : IValidationMetadataProvider
{
    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        foreach (var attribute in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
        {
            attribute.ErrorMessage ??= attribute switch
            {
                RequiredAttribute => "Validation.Required",
                StringLengthAttribute => "Validation.StringLength",
                _ => null,
            };
        }
    }
}
