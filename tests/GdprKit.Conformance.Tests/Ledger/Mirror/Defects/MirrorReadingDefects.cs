using GdprKit.Ledger;

namespace GdprKit.Conformance.Mirror;

/// <summary>What mirrors get wrong when they are read.</summary>
internal static class MirrorReadingDefects
{
    internal sealed class KnowsItsRoot(ILedgerMirror sound) : DefectiveMirror(sound)
    {
        public override async ValueTask<Digest> ReadRootAsync(long size, CancellationToken cancellationToken) => (await Sound.ReadTipAsync(cancellationToken))!.Tree.Root;
    }

    internal sealed class BeginsOneTooEarly(ILedgerMirror sound) : DefectiveMirror(sound)
    {
        public override ValueTask<ValueList<OrderedEntry>> ReadAsync(long from, int limit, CancellationToken cancellationToken) => Sound.ReadAsync(Math.Max(0, from - 1), limit, cancellationToken);
    }

    internal sealed class AnswersWhateverIsAsked(ILedgerMirror sound) : DefectiveMirror(sound)
    {
        public override ValueTask<ValueList<OrderedEntry>> ReadAsync(long from, int limit, CancellationToken cancellationToken) => Sound.ReadAsync(from, Math.Clamp(limit, 1, 1_000), cancellationToken);
    }

    internal sealed class CannotBeStopped(ILedgerMirror sound) : DefectiveMirror(sound)
    {
        public override ValueTask<ValueList<OrderedEntry>> ReadAsync(long from, int limit, CancellationToken cancellationToken) => Sound.ReadAsync(from, limit, CancellationToken.None);
    }

    internal sealed class LeavesOutWhatIsDamaged(ILedgerMirror sound) : DefectiveMirror(sound)
    {
        public override async ValueTask<ValueList<OrderedEntry>> ReadAsync(long from, int limit, CancellationToken cancellationToken)
        {
            for (var left = limit; left > 0; left--)
            {
                try
                {
                    return await Sound.ReadAsync(from, left, cancellationToken);
                }
                catch (LedgerException)
                {
                }
            }

            return [];
        }
    }

    internal sealed class HoldsEverything(ILedgerMirror sound) : DefectiveMirror(sound)
    {
        private readonly List<OrderedEntry> _held = [];

        public override async ValueTask<ValueList<OrderedEntry>> ReadAsync(long from, int limit, CancellationToken cancellationToken)
        {
            var page = await Sound.ReadAsync(from, limit, cancellationToken);
            _held.AddRange(page);
            return page;
        }
    }
}
