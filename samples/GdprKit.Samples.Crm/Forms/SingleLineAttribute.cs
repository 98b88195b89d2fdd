using System.ComponentModel.DataAnnotations;

namespace GdprKit.Samples.Crm.Forms;

/// <summary>Refuses line breaks and other control characters, which no field for a name can hold.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SingleLineAttribute : RegularExpressionAttribute
{
    public SingleLineAttribute()
        : base(@"\P{Cc}*") => ErrorMessage = "Validation.SingleLine";
}
