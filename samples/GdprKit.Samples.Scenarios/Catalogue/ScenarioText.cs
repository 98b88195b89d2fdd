namespace GdprKit.Samples.Scenarios.Catalogue;

/// <summary>A scenario as it is written; of an outline, one of its examples.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Steps">Its steps in order, those of the background first.</param>
public sealed record ScenarioText(string Name, ValueList<StepText> Steps);
