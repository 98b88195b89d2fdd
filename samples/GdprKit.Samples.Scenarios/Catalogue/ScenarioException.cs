namespace GdprKit.Samples.Scenarios.Catalogue;

/// <summary>A file of scenarios, or a word of one, is not understood. The message says where, what and what to do.</summary>
public sealed class ScenarioException(string message) : Exception(message);
