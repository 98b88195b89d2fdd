namespace GdprKit.Samples.Scenarios.Running;

/// <summary>What a scenario expects is not so.</summary>
public sealed class ExpectationException(string message) : Exception(message);
