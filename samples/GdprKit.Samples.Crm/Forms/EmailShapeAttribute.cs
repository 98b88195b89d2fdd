using System.ComponentModel.DataAnnotations;

namespace GdprKit.Samples.Crm.Forms;

/// <summary>Asks for something like name@example.com. Whether the address exists, only a mail can tell.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class EmailShapeAttribute : RegularExpressionAttribute
{
    public EmailShapeAttribute()
        : base(@"[^@\s\p{Cc}(),:;<>[\]\\\x22.]+(\.[^@\s\p{Cc}(),:;<>[\]\\\x22.]+)*@[\p{L}\p{M}\p{N}-]+(\.[\p{L}\p{M}\p{N}-]+)+") => ErrorMessage = "Validation.Email";
}
