using System.Runtime.CompilerServices;
using GdprKit.Ledger;

namespace GdprKit.Conformance;

/// <summary>A mirror that is interrupted after a number of steps: before a call reaches it, or before its answer comes back.</summary>
internal sealed class InterruptedMirror(ILedgerMirror mirror, int steps) : ILedgerMirror
{
    private int _left = steps;

    public ValueTask<MirrorTip?> ReadTipAsync(CancellationToken cancellationToken) => AsTwoStepsAsync(() => mirror.ReadTipAsync(cancellationToken));

    public ValueTask<Digest> ReadRootAsync(long size, CancellationToken cancellationToken) => AsTwoStepsAsync(() => mirror.ReadRootAsync(size, cancellationToken));

    public ValueTask<bool> AppendAsync(MirrorBatch batch, CancellationToken cancellationToken) => AsTwoStepsAsync(() => mirror.AppendAsync(batch, cancellationToken));

    public ValueTask<ValueList<OrderedEntry>> ReadAsync(long from, int limit, CancellationToken cancellationToken) => AsTwoStepsAsync(() => mirror.ReadAsync(from, limit, cancellationToken));

    public ValueTask<ValueList<Digest>> FindLackingContentAsync(ValueList<Digest> digests, CancellationToken cancellationToken) =>
        AsTwoStepsAsync(() => mirror.FindLackingContentAsync(digests, cancellationToken));

    public ValueTask<LedgerContent?> ReadContentAsync(Digest digest, CancellationToken cancellationToken) => AsTwoStepsAsync(() => mirror.ReadContentAsync(digest, cancellationToken));

    public ValueTask<string?> ReadCheckpointAsync(CancellationToken cancellationToken) => AsTwoStepsAsync(() => mirror.ReadCheckpointAsync(cancellationToken));

    public ValueTask<long> ForgetAsync(ValueList<OrderedEntry> entries, CancellationToken cancellationToken) => AsTwoStepsAsync(() => mirror.ForgetAsync(entries, cancellationToken));

    public async ValueTask AcceptAsync(InboxItem item, CancellationToken cancellationToken)
    {
        Step();
        await mirror.AcceptAsync(item, cancellationToken);
        Step();
    }

    public async IAsyncEnumerable<InboxItem> ReadInboxAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var item in mirror.ReadInboxAsync(cancellationToken))
        {
            Step();
            yield return item;
        }
    }

    public async ValueTask RemoveFromInboxAsync(ValueList<EntryId> items, CancellationToken cancellationToken)
    {
        Step();
        await mirror.RemoveFromInboxAsync(items, cancellationToken);
        Step();
    }

    private void Step()
    {
        if (_left-- <= 0)
        {
            throw new IOException("Interrupted on purpose.");
        }
    }

    private async ValueTask<T> AsTwoStepsAsync<T>(Func<ValueTask<T>> call)
    {
        Step();
        var answer = await call();
        Step();
        return answer;
    }
}
