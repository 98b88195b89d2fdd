namespace GdprKit.Samples.Scenarios.Catalogue;

/// <summary>One line of a scenario.</summary>
/// <param name="Keyword">As it is written: <c>Given</c>, <c>Gegeven</c>.</param>
/// <param name="Text">What happens, or is expected.</param>
/// <param name="Line">Where it stands in the file, counted from 1.</param>
public sealed record StepText(string Keyword, string Text, long Line);
