namespace GdprKit.Retention;

/// <summary>Rows changed; committed with them.</summary>
/// <param name="Rows">How many, by step.</param>
internal sealed record RunBatch(ValueList<RunRows> Rows);
