using System.ComponentModel.DataAnnotations;
using GdprKit.Samples.Crm.Forms;

namespace GdprKit.Samples.Crm.Requests;

/// <summary>What somebody without a link fills in to ask something.</summary>
public sealed class RightsForm
{
    /// <summary>The id of the form, made when it was shown.</summary>
    public string? Id { get; set; }

    /// <summary>What is asked: the id of a <see cref="RightsChoice"/>.</summary>
    public string? What { get; set; }

    [Display(Name = "Customer.Email"), Required, StringLength(RightsRequests.LongestAddress), EmailShape, DataType(DataType.EmailAddress)]
    public string? Email { get; set; }

    public string? Words { get; set; }
}
