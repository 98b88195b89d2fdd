using GdprKit.Ledger;

namespace GdprKit.Conformance.Ledger;

/// <summary>What stores get wrong when they look something up.</summary>
internal static class ReadingDefects
{
    internal sealed class CannotBeStopped(ILedgerStore sound) : DefectiveLedgerStore(sound)
    {
        public override ValueTask<AppendResult> AppendAsync(AppendBatch batch, CancellationToken cancellationToken) => Sound.AppendAsync(batch, CancellationToken.None);

        public override IAsyncEnumerable<LedgerEntry> ReadStreamAsync(StreamId stream, long afterVersion, CancellationToken cancellationToken) => Sound.ReadStreamAsync(stream, afterVersion, CancellationToken.None);
    }

    internal sealed class ComparesAsSomeDatabasesDo(ILedgerStore sound) : DefectiveLedgerStore(sound)
    {
        public override async ValueTask<ValueList<StreamHead>> FindHeadsAsync(ValueList<StreamId> streams, CancellationToken cancellationToken)
        {
            var heads = new List<StreamHead>();
            foreach (var stream in streams)
            {
                var all = await Sound.QueryHeadsAsync(new HeadQuery(HeadFilter.Of(stream.Kind) with { Subject = stream.Subject }), cancellationToken);
                heads.AddRange(all.Where(head => string.Equals(head.Stream.Key.ToString(), stream.Key.ToString(), StringComparison.OrdinalIgnoreCase)));
            }

            return heads.ToValueList();
        }
    }

    internal sealed class RoundsToMilliseconds(ILedgerStore sound) : DefectiveLedgerStore(sound)
    {
        public override async ValueTask<ValueList<StreamHead>> FindHeadsAsync(ValueList<StreamId> streams, CancellationToken cancellationToken) =>
            (await Sound.FindHeadsAsync(streams, cancellationToken))
                .Select(head => head with { RecordedAt = NodaTime.Instant.FromUnixTimeMilliseconds(head.RecordedAt.ToUnixTimeMilliseconds()) }).ToValueList();
    }

    internal sealed class LeavesOutWhatItDoesNotKnow(ILedgerStore sound) : DefectiveLedgerStore(sound)
    {
        public override IAsyncEnumerable<LedgerEntry> ReadStreamAsync(StreamId stream, long afterVersion, CancellationToken cancellationToken) =>
            Sound.ReadStreamAsync(stream, afterVersion, cancellationToken).Where(entry => entry.Type.Version == 1);
    }

    internal sealed class CountsWhatIsNotDue(ILedgerStore sound) : DefectiveLedgerStore(sound)
    {
        public override ValueTask<ValueList<HeadCount>> CountHeadsAsync(HeadFilter where, CancellationToken cancellationToken) => Sound.CountHeadsAsync(where with { DueBefore = null }, cancellationToken);
    }

    internal sealed class TakesNobodyForAnybody(ILedgerStore sound) : DefectiveLedgerStore(sound)
    {
        public override ValueTask<ValueList<StreamHead>> QueryHeadsAsync(HeadQuery query, CancellationToken cancellationToken) =>
            Sound.QueryHeadsAsync(query.Where.Subject is { IsNone: true } ? query with { Where = query.Where with { Subject = null } } : query, cancellationToken);
    }

    internal sealed class PagesByNumber(ILedgerStore sound) : DefectiveLedgerStore(sound)
    {
        private int _page;

        public override async ValueTask<ValueList<StreamHead>> QueryHeadsAsync(HeadQuery query, CancellationToken cancellationToken)
        {
            _page = query.After is null ? 0 : _page + 1;
            var all = await Sound.QueryHeadsAsync(new HeadQuery(query.Where), cancellationToken);
            return all.Skip(_page * query.Limit).Take(query.Limit).ToValueList();
        }
    }

    internal sealed class TakesNoneForEmpty(ILedgerStore sound) : DefectiveLedgerStore(sound)
    {
        public override async ValueTask<LedgerContent?> ReadContentAsync(Digest digest, CancellationToken cancellationToken) =>
            await Sound.ReadContentAsync(digest, cancellationToken) ?? LedgerContent.Of([]);
    }

    internal sealed class FindsTwice(ILedgerStore sound) : DefectiveLedgerStore(sound)
    {
        public override async ValueTask<ValueList<StreamHead>> FindHeadsAsync(ValueList<StreamId> streams, CancellationToken cancellationToken)
        {
            var heads = (await Sound.FindHeadsAsync(streams, cancellationToken)).ToDictionary(head => head.Stream);
            return streams.Where(heads.ContainsKey).Select(stream => heads[stream]).ToValueList();
        }
    }

    internal sealed class BeginsOneTooEarly(ILedgerStore sound) : DefectiveLedgerStore(sound)
    {
        public override IAsyncEnumerable<LedgerEntry> ReadStreamAsync(StreamId stream, long afterVersion, CancellationToken cancellationToken) =>
            Sound.ReadStreamAsync(stream, afterVersion - 1, cancellationToken);
    }

    internal sealed class ReadsTheOldestFirst(ILedgerStore sound) : DefectiveLedgerStore(sound)
    {
        public override async ValueTask<ValueList<LedgerEntry>> ReadLatestAsync(EntryId? before, int limit, CancellationToken cancellationToken) =>
            (await Sound.ReadLatestAsync(before, limit, cancellationToken)).Reverse().ToValueList();
    }

    internal sealed class AnswersWhateverIsAsked(ILedgerStore sound) : DefectiveLedgerStore(sound)
    {
        public override ValueTask<ValueList<LedgerEntry>> ReadLatestAsync(EntryId? before, int limit, CancellationToken cancellationToken) =>
            Sound.ReadLatestAsync(before, Math.Clamp(limit, 1, LedgerLimits.HeadsPerPage), cancellationToken);
    }

    internal sealed class HoldsEverything(ILedgerStore sound) : DefectiveLedgerStore(sound)
    {
        private readonly List<byte[]> _held = [];

        public override async ValueTask<ValueList<StreamHead>> QueryHeadsAsync(HeadQuery query, CancellationToken cancellationToken)
        {
            var page = await Sound.QueryHeadsAsync(query, cancellationToken);
            _held.AddRange(page.Select(_ => new byte[400]));
            return page;
        }

        public override IAsyncEnumerable<LedgerEntry> ReadStreamAsync(StreamId stream, long afterVersion, CancellationToken cancellationToken) =>
            Sound.ReadStreamAsync(stream, afterVersion, cancellationToken).Select(entry =>
            {
                _held.Add(new byte[entry.Details!.Json.Count]);
                return entry;
            });
    }

    internal sealed class LeavesItsReaderOpen(ILedgerStore sound) : DefectiveLedgerStore(sound)
    {
        private bool _isOpen;

        public override ValueTask<AppendResult> AppendAsync(AppendBatch batch, CancellationToken cancellationToken) =>
            _isOpen ? throw new InvalidOperationException("a command is already in progress") : Sound.AppendAsync(batch, cancellationToken);

        public override async IAsyncEnumerable<LedgerEntry> ReadStreamAsync(
            StreamId stream, long afterVersion, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
        {
            _isOpen = true;
            await foreach (var entry in Sound.ReadStreamAsync(stream, afterVersion, cancellationToken))
            {
                yield return entry;
            }

            _isOpen = false;
        }
    }
}
