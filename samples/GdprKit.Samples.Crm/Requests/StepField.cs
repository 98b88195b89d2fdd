namespace GdprKit.Samples.Crm.Requests;

/// <summary>A field of a step.</summary>
public enum StepField
{
    /// <summary>None of them: it is about the request.</summary>
    None = 0,

    Text,

    Day,

    Choice,
}
