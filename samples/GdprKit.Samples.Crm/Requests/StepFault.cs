namespace GdprKit.Samples.Crm.Requests;

/// <summary>Why something was not done, and what to do instead.</summary>
/// <param name="Field">The field that it is about.</param>
/// <param name="Text">In the language of the reader.</param>
public sealed record StepFault(StepField Field, string Text);
