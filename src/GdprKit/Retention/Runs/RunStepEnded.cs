namespace GdprKit.Retention;

/// <summary>A step came to its end.</summary>
/// <param name="Step">The number of the step, from 0.</param>
/// <param name="Fault">Why it could not be done; <see langword="null"/> when it was.</param>
internal sealed record RunStepEnded(int Step, RunFault? Fault);
