using GdprKit.Ledger;

namespace GdprKit.Conformance.Mirror;

/// <summary>What mirrors get wrong when something goes.</summary>
internal static class MirrorForgettingDefects
{
    public static Func<ILedgerMirror, ILedgerMirror> MarksWhatIsForgotten()
    {
        var marked = new Dictionary<long, OrderedEntry>();
        return sound => new Marking(sound, marked);
    }

    public static Func<ILedgerMirror, ILedgerMirror> TakesWhatItIsGiven()
    {
        var given = new Dictionary<long, OrderedEntry>();
        return sound => new Replacing(sound, given);
    }

    internal sealed class ForgetsBodiesWithDetails(ILedgerMirror sound) : DefectiveMirror(sound)
    {
        public override ValueTask<long> ForgetAsync(ValueList<OrderedEntry> entries, CancellationToken cancellationToken) =>
            Sound.ForgetAsync(entries.Select(entry => entry with { Entry = null, ExpiredHash = entry.Hash }).ToValueList(), cancellationToken);
    }

    internal sealed class TakesMissingForExpired(ILedgerMirror sound) : DefectiveMirror(sound)
    {
        public override ValueTask<long> ForgetAsync(ValueList<OrderedEntry> entries, CancellationToken cancellationToken) =>
            Sound.ForgetAsync(entries.Select(entry => entry.Entry is null ? entry with { ExpiredHash = entry.Hash } : entry).ToValueList(), cancellationToken);
    }

    internal sealed class ForgetsInSilence(ILedgerMirror sound) : DefectiveMirror(sound)
    {
        public override async ValueTask<long> ForgetAsync(ValueList<OrderedEntry> entries, CancellationToken cancellationToken)
        {
            var forgotten = 0L;
            foreach (var entry in entries)
            {
                try
                {
                    forgotten += await Sound.ForgetAsync([entry], cancellationToken);
                }
                catch (LedgerException)
                {
                }
            }

            return forgotten;
        }
    }

    private sealed class Marking(ILedgerMirror sound, Dictionary<long, OrderedEntry> marked) : DefectiveMirror(sound)
    {
        public override ValueTask<long> ForgetAsync(ValueList<OrderedEntry> entries, CancellationToken cancellationToken)
        {
            foreach (var entry in entries)
            {
                marked[entry.Position] = entry;
            }

            return new(entries.Count);
        }

        public override async ValueTask<ValueList<OrderedEntry>> ReadAsync(long from, int limit, CancellationToken cancellationToken) =>
            (await Sound.ReadAsync(from, limit, cancellationToken)).Select(entry => marked.GetValueOrDefault(entry.Position, entry)).ToValueList();
    }

    private sealed class Replacing(ILedgerMirror sound, Dictionary<long, OrderedEntry> given) : DefectiveMirror(sound)
    {
        public override async ValueTask<long> ForgetAsync(ValueList<OrderedEntry> entries, CancellationToken cancellationToken)
        {
            foreach (var entry in entries)
            {
                given[entry.Position] = entry;
            }

            return await Sound.ForgetAsync(entries, cancellationToken);
        }

        public override async ValueTask<ValueList<OrderedEntry>> ReadAsync(long from, int limit, CancellationToken cancellationToken) =>
            (await Sound.ReadAsync(from, limit, cancellationToken)).Select(entry => given.GetValueOrDefault(entry.Position, entry)).ToValueList();
    }
}
