namespace GdprKit.Conformance;

/// <summary>The facts of the entries that the suites append.</summary>
internal sealed record SampleFacts(long Number);
