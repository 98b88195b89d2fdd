using System.ComponentModel.DataAnnotations;

namespace GdprKit.Samples.Crm.Requests;

/// <summary>What an employee writes down of a request that came by mail, letter or telephone.</summary>
public sealed class IntakeForm
{
    /// <summary>The id of the request, made when the form was shown: sent twice, it makes one.</summary>
    public string? Id { get; set; }

    /// <summary>What is asked: the id of a <see cref="RightsChoice"/>.</summary>
    [Display(Name = "Intake.What")]
    public string? What { get; set; }

    [Display(Name = "Intake.Through")]
    public RightsRequestChannel Through { get; set; }

    [DataType(DataType.Date)]
    [Display(Name = "Requests.ReceivedOn")]
    public DateOnly? ReceivedOn { get; set; }

    /// <summary>Whether it came from an address or a number that the shop has of this person.</summary>
    public bool IsKnownAddress { get; set; }

    public string? Words { get; set; }

    public string? Address { get; set; }
}
