using GdprKit.Ledger;

namespace GdprKit.Benchmarks.Consent;

/// <summary>Keeps what GdprKit wrote last, so that the other side writes the same rows.</summary>
internal sealed class WrittenAppends : IAppendListener
{
    private readonly List<StreamAppend> _appends = [];

    public IReadOnlyList<StreamAppend> Appends => _appends;

    public void Clear() => _appends.Clear();

    public void OnAppended(AppendBatch batch) => _appends.AddRange(batch.Streams);
}
