namespace GdprKit.Samples.Crm.Requests;

/// <summary>A place of an erasure, as it is shown.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="State">How far it has come.</param>
public sealed record ErasureLine(string Name, string State);
