namespace GdprKit.Benchmarks.Measuring;

/// <summary>Looks every few milliseconds, on a thread of its own, how much memory is in use.</summary>
internal sealed class MemorySampler : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly ManualResetEventSlim _isOver = new();
    private readonly Thread _thread;
    private long _heap;
    private long _workingSet;

    public MemorySampler()
    {
        _thread = new Thread(Watch) { IsBackground = true, Name = nameof(MemorySampler) };
        _thread.Start();
    }

    /// <summary>The most that was seen, in megabytes.</summary>
    public override string ToString() => $"{Megabytes(ref _heap)} MB on the heap (garbage included), working set {Megabytes(ref _workingSet)} MB";

    public void Dispose()
    {
        _isOver.Set();
        _thread.Join();
        _isOver.Dispose();
    }

    private static long Megabytes(ref long bytes) => Interlocked.Read(ref bytes) / 1024 / 1024;

    private void Watch()
    {
        do
        {
            Interlocked.Exchange(ref _heap, Math.Max(_heap, GC.GetTotalMemory(forceFullCollection: false)));
            Interlocked.Exchange(ref _workingSet, Math.Max(_workingSet, Environment.WorkingSet));
        }
        while (!_isOver.Wait(Pause));
    }
}
