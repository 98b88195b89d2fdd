using System.Collections.Concurrent;
using NodaTime;

namespace GdprKit.Hosting;

/// <summary>Since when which work has been failing.</summary>
/// <remarks>Safe for use by several threads.</remarks>
internal sealed class WorkerStates
{
    private readonly ConcurrentDictionary<string, Instant> _failing = new(StringComparer.Ordinal);

    /// <summary>The works that failed in their last round, and since when they do.</summary>
    public IReadOnlyDictionary<string, Instant> Failing => _failing;

    public void Succeeded(string work) => _failing.TryRemove(work, out _);

    public void Failed(string work, Instant at) => _failing.TryAdd(work, at);
}
