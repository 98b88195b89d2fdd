namespace GdprKit.Benchmarks.Measuring;

/// <summary>The largest memory that this process had while work was done, looked at many times in a second.</summary>
/// <param name="Managed">What was allocated by .NET and not yet collected, in bytes.</param>
/// <param name="WorkingSet">What the process had of the memory of the machine, in bytes; a database inside the process counts.</param>
internal sealed record MemoryMaximum(long Managed, long WorkingSet)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);

    /// <summary>Does work and looks at the memory meanwhile; what was left of earlier work is collected first.</summary>
    public static async Task<MemoryMaximum> OfAsync(Func<Task> work)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        var (managed, workingSet) = (0L, 0L);
        await using (new Timer(_ => Look(), null, TimeSpan.Zero, Interval))
        {
            await work();
        }

        Look();
        return new MemoryMaximum(managed, workingSet);

        void Look()
        {
            Raise(ref managed, GC.GetTotalMemory(forceFullCollection: false));
            Raise(ref workingSet, Environment.WorkingSet);
        }
    }

    public override string ToString() => FormattableString.Invariant($"{Managed / 1048576.0:F1} MB managed, {WorkingSet / 1048576.0:F1} MB working set");

    // Two looks can overlap when the machine is busy.
    private static void Raise(ref long maximum, long seen)
    {
        for (var known = Volatile.Read(ref maximum); seen > known;)
        {
            var found = Interlocked.CompareExchange(ref maximum, seen, known);
            if (found == known)
            {
                return;
            }

            known = found;
        }
    }
}
