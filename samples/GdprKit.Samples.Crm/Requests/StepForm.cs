using System.ComponentModel.DataAnnotations;

namespace GdprKit.Samples.Crm.Requests;

/// <summary>What an employee fills in to do something with a request.</summary>
public sealed class StepForm
{
    public HandlingStep Step { get; set; }

    /// <summary>How the request was when the form was shown: what a colleague did since is told before anything is done.</summary>
    public string? Seen { get; set; }

    /// <summary>The question, the answer, the reason, the sentence: what the step asks for in words.</summary>
    public string? Text { get; set; }

    /// <summary>On which day; empty for today.</summary>
    [DataType(DataType.Date)]
    public DateOnly? Day { get; set; }

    /// <summary>What is chosen: a ground, another request, or the number of a customer.</summary>
    public string? Choice { get; set; }
}
