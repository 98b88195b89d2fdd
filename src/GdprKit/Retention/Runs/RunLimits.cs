namespace GdprKit.Retention;

/// <summary>How far a run may go.</summary>
internal static class RunLimits
{
    /// <summary>How many rows of a step may change at most.</summary>
    public static long MostOf(RunStep step, RetentionRunOptions options) => step.Most + (long)Math.Ceiling(step.Most * options.Tolerance);
}
