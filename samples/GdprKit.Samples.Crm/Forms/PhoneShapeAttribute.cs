using System.ComponentModel.DataAnnotations;

namespace GdprKit.Samples.Crm.Forms;

/// <summary>Asks for digits, with the signs that people put between them.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PhoneShapeAttribute : RegularExpressionAttribute
{
    public PhoneShapeAttribute()
        : base("[+(]?[0-9][0-9()./ -]*") => ErrorMessage = "Validation.Phone";
}
