namespace GdprKit.Retention;

/// <summary>Rows of a step.</summary>
/// <param name="Step">The number of the step, from 0.</param>
/// <param name="Rows">The number of rows that changed.</param>
internal sealed record RunRows(int Step, long Rows);
