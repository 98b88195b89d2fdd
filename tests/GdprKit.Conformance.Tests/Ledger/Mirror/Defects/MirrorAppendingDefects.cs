using GdprKit.Ledger;

namespace GdprKit.Conformance.Mirror;

/// <summary>What mirrors get wrong when something comes in.</summary>
internal static class MirrorAppendingDefects
{
    public static Func<ILedgerMirror, ILedgerMirror> KeepsTheCheckpointOfTheLastBatch()
    {
        var last = new StrongBox();
        return sound => new LastCheckpoint(sound, last);
    }

    internal sealed class TakesNothingForEmpty(ILedgerMirror sound) : DefectiveMirror(sound)
    {
        public override async ValueTask<MirrorTip?> ReadTipAsync(CancellationToken cancellationToken) =>
            await Sound.ReadTipAsync(cancellationToken) ?? new MirrorTip { Ledger = Guid.Empty, Tree = MerkleTree.Empty };
    }

    internal sealed class LosesContentDigests(ILedgerMirror sound) : DefectiveMirror(sound)
    {
        public override async ValueTask<ValueList<OrderedEntry>> ReadAsync(long from, int limit, CancellationToken cancellationToken) =>
            (await Sound.ReadAsync(from, limit, cancellationToken)).Select(entry => entry.Entry is { } body ? entry with { Entry = body with { Content = [] } } : entry).ToValueList();
    }

    internal sealed class TakesARepetitionForAnother(ILedgerMirror sound) : DefectiveMirror(sound)
    {
        public override async ValueTask<bool> AppendAsync(MirrorBatch batch, CancellationToken cancellationToken) =>
            (await Sound.ReadTipAsync(cancellationToken))?.Tree.Size is not { } size || size == batch.Expected.Tree.Size ? await Sound.AppendAsync(batch, cancellationToken) : false;
    }

    internal sealed class SaysYes(ILedgerMirror sound) : DefectiveMirror(sound)
    {
        public override async ValueTask<bool> AppendAsync(MirrorBatch batch, CancellationToken cancellationToken)
        {
            await Sound.AppendAsync(batch, cancellationToken);
            return true;
        }
    }

    internal sealed class TakesEveryLedgerForItsOwn(ILedgerMirror sound) : DefectiveMirror(sound)
    {
        public override async ValueTask<bool> AppendAsync(MirrorBatch batch, CancellationToken cancellationToken)
        {
            var ledger = (await Sound.ReadTipAsync(cancellationToken))?.Ledger ?? batch.Expected.Ledger;
            return await Sound.AppendAsync(MirrorBatch.After(batch.Expected with { Ledger = ledger }, batch.Entries, batch.Content, batch.Checkpoint), cancellationToken);
        }
    }

    internal sealed class LacksAllContent(ILedgerMirror sound) : DefectiveMirror(sound)
    {
        public override ValueTask<ValueList<Digest>> FindLackingContentAsync(ValueList<Digest> digests, CancellationToken cancellationToken) => new(digests.Distinct().ToValueList());
    }

    internal sealed class AppendsEntryByEntry(ILedgerMirror sound) : DefectiveMirror(sound)
    {
        public override async ValueTask<bool> AppendAsync(MirrorBatch batch, CancellationToken cancellationToken)
        {
            var expected = batch.Expected;
            foreach (var entry in batch.Entries)
            {
                var one = MirrorBatch.After(expected, [entry], batch.Content, batch.Checkpoint);
                if (!await Sound.AppendAsync(one, cancellationToken))
                {
                    return false;
                }

                expected = one.Next;
            }

            return true;
        }
    }

    private sealed class StrongBox
    {
        public string? Value { get; set; }
    }

    private sealed class LastCheckpoint(ILedgerMirror sound, StrongBox last) : DefectiveMirror(sound)
    {
        public override ValueTask<bool> AppendAsync(MirrorBatch batch, CancellationToken cancellationToken)
        {
            last.Value = batch.Checkpoint;
            return Sound.AppendAsync(batch, cancellationToken);
        }

        public override ValueTask<string?> ReadCheckpointAsync(CancellationToken cancellationToken) => new(last.Value);
    }
}
