using System.Diagnostics;
using GdprKit.Ledger;

namespace GdprKit.Benchmarks.Restores;

/// <summary>Notes when the last entry stood in the ledger again: what comes after it is the work on the data.</summary>
internal sealed class EntriesBack : IProgress<RestoringProgress>
{
    private long _started = Stopwatch.GetTimestamp();

    public TimeSpan Took { get; private set; }

    public void Begin() => _started = Stopwatch.GetTimestamp();

    public void Report(RestoringProgress value) => Took = Stopwatch.GetElapsedTime(_started);
}
