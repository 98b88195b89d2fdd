namespace GdprKit.Conformance;

/// <summary>
/// Looks all the time how much memory is held that cannot be given back, on a thread of its own, so that also work is seen that
/// does not stop until it is done.
/// </summary>
internal sealed class MemoryWatch : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    private readonly ManualResetEventSlim _isOver = new();
    private readonly Thread _thread;
    private readonly long _before;
    private long _peak;

    public MemoryWatch()
    {
        // Twice, with what waits for its finalizer in between: pools and caches of earlier questions are not held against this one.
        _ = Held();
        GC.WaitForPendingFinalizers();
        _before = Held();
        _thread = new Thread(Watch) { IsBackground = true, Name = nameof(MemoryWatch) };
        _thread.Start();
    }

    /// <summary>The most bytes that were held beyond those at the beginning, up to now.</summary>
    public long Growth => Math.Max(0, Interlocked.Read(ref _peak) - _before);

    /// <summary>Looks now, on the thread of the caller.</summary>
    public void Look()
    {
        var held = Held();
        var peak = Interlocked.Read(ref _peak);
        while (held > peak)
        {
            var seen = Interlocked.CompareExchange(ref _peak, held, peak);
            if (seen == peak)
            {
                return;
            }

            peak = seen;
        }
    }

    public void Dispose()
    {
        _isOver.Set();
        _thread.Join();
        _isOver.Dispose();
    }

    // What was found alive by the collection itself: what others allocate between it and the answer is not held against the work.
    private static long Held()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true);
        var memory = GC.GetGCMemoryInfo(GCKind.FullBlocking);
        return memory.HeapSizeBytes - memory.FragmentedBytes;
    }

    private void Watch()
    {
        do
        {
            Look();
        }
        while (!_isOver.Wait(Pause));
    }
}
