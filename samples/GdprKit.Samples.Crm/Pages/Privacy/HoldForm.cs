using System.ComponentModel.DataAnnotations;

namespace GdprKit.Samples.Crm.Pages.Privacy;

/// <summary>What a manager fills in to place a hold.</summary>
public sealed class HoldForm
{
    /// <summary>The id of the hold, made when the form was shown.</summary>
    public string? Id { get; set; }

    /// <summary>What it is on: <c>customer/5</c> or <c>category/invoices</c>.</summary>
    public string? On { get; set; }

    public HoldGround Ground { get; set; }

    /// <summary>The case, in a few words.</summary>
    public string? Matter { get; set; }

    /// <summary>On which day at the latest it is reviewed.</summary>
    [DataType(DataType.Date)]
    public DateOnly? ReviewOn { get; set; }
}
