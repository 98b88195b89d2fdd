using System.ComponentModel.DataAnnotations;

namespace GdprKit.Samples.Crm.Pages.Privacy;

/// <summary>What an employee confirms when the notice is published.</summary>
public sealed class PublishForm
{
    /// <summary>The digest of what was shown.</summary>
    public string Version { get; set; } = "";

    /// <summary>Whether customers are told of it.</summary>
    public bool IsMaterial { get; set; } = true;

    /// <summary>What is new, in Dutch.</summary>
    public string? SummaryDutch { get; set; }

    /// <summary>What is new, in English.</summary>
    public string? SummaryEnglish { get; set; }

    /// <summary>From which day it holds; nothing for at once.</summary>
    [DataType(DataType.Date)]
    public DateOnly? EffectiveOn { get; set; }

    /// <summary>Why nobody needs to be told.</summary>
    public string? Reason { get; set; }
}
