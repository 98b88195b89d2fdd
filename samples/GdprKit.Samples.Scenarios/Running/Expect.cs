namespace GdprKit.Samples.Scenarios.Running;

/// <summary>Compares what is with what a scenario expects.</summary>
internal static class Expect
{
    /// <exception cref="ExpectationException">It is not so.</exception>
    public static void That(bool holds, string found)
    {
        if (!holds)
        {
            throw new ExpectationException(found);
        }
    }
}
