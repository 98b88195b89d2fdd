using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using GdprKit.Samples.Crm.Data;

namespace GdprKit.Samples.Crm.Forms;

/// <summary>Refuses a country that is not in the list, which no reader of the page could have chosen.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class KnownCountryAttribute : RegularExpressionAttribute
{
    public KnownCountryAttribute()
        : base(string.Join('|', Countries.Names.Select(Regex.Escape))) => ErrorMessage = "Validation.Country";
}
