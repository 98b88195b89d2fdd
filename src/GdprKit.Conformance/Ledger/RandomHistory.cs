using System.Globalization;
using GdprKit.Ledger;
using NodaTime;

namespace GdprKit.Conformance;

/// <summary>Steps in the life of a ledger that nobody thought of; the same ones for the same seed, but for salts and ids.</summary>
internal sealed class RandomHistory
{
    private readonly Random _random;
    private readonly StreamKind[] _kinds = [LedgerSamples.NewKind(), LedgerSamples.NewKind()];
    private readonly SubjectRef[] _subjects = [SubjectRef.None, SubjectRef.New(), SubjectRef.New()];
    private readonly LeaseName[] _leases = [LedgerSamples.NewLease(), LedgerSamples.NewLease()];
    private readonly Guid[] _holders = [Guid.NewGuid(), Guid.NewGuid()];
    private readonly StreamStatus[] _statuses = [LedgerSamples.Open, LedgerSamples.Closed];
    private readonly LedgerContent[] _content = [LedgerContent.Of(Guid.NewGuid().ToByteArray()), LedgerContent.Of(Guid.NewGuid().ToByteArray())];
    private readonly Dictionary<StreamId, long> _versions = [];
    private readonly List<AppendBatch> _batches = [];
    private readonly List<Lease> _taken = [];

    public RandomHistory(int seed) => _random = new Random(seed);

    /// <summary>The next step.</summary>
    public HistoryStep Next() => _random.Next(12) switch
    {
        0 or 1 or 2 or 3 => Append(NewBatch()),
        4 when _batches.Count > 0 => Append(Pick(_batches)),
        5 when _batches.Count > 0 => Append(Reusing(NewBatch(), Pick(_batches))),
        6 => Query(),
        7 => Look(),
        8 => Lease(),
        9 when _random.Next(3) == 0 => Forget(),
        10 when _random.Next(3) == 0 => Expire(),
        _ => Append(NewBatch()),
    };

    /// <summary>Keeps in mind what came of a step, so that the next ones make sense.</summary>
    public async Task RememberAsync(ILedgerStore model, CancellationToken cancellationToken)
    {
        _versions.Clear();
        foreach (var kind in _kinds)
        {
            foreach (var head in await model.QueryHeadsAsync(new HeadQuery(HeadFilter.Of(kind)), cancellationToken))
            {
                _versions[head.Stream] = head.Version;
            }
        }
    }

    private T Pick<T>(IReadOnlyList<T> items) => items[_random.Next(items.Count)];

    private StreamId Stream() => new(Pick(_kinds), Pick(_subjects), StreamKey.Parse(Pick<string>(["", "a", "A", "b"])));

    private Instant At() => LedgerSamples.At(_random.Next(-20, 20));

    private AppendBatch NewBatch()
    {
        var streams = Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Stream()).Distinct().Select(NewAppend).ToList();
        var content = _random.Next(4) == 0 ? _content.Take(_random.Next(1, 3)) : null;
        var under = _random.Next(5) == 0 && _taken.Count > 0 ? Pick(_taken).Fence : (LeaseFence?)null;
        var batch = AppendBatch.Of(streams, content, under);
        _batches.Add(batch);
        return batch;
    }

    private StreamAppend NewAppend(StreamId stream)
    {
        var standing = _versions.GetValueOrDefault(stream, _random.Next(4) == 0 ? StreamAppend.Absent : 0);
        var expected = _random.Next(8) == 0 ? Math.Max(standing + _random.Next(-1, 2), 0) : standing;
        var count = expected < 0 ? 0 : _random.Next(expected == 0 ? 1 : 0, 3);
        var entries = Enumerable.Range(1, count)
            .Select(number => LedgerSamples.Entry(stream, expected + number, _random.Next(9), _random.Next(2) == 0 ? "a note" : null, [.. _content.Take(_random.Next(3))]))
            .ToValueList();
        var head = LedgerSamples.Head(stream, Math.Max(expected, 0) + count, Pick(_statuses), _random.Next(2) == 0 ? At() : null, At(), _random.Next(1, 4));
        return new StreamAppend(expected, entries, head);
    }

    private static AppendBatch Reusing(AppendBatch batch, AppendBatch earlier)
    {
        var known = earlier.Streams.SelectMany(append => append.Entries).Select(entry => entry.Id).Take(1).ToList();
        var isReused = false;
        return AppendBatch.Of(batch.Streams.Select(append => append with
        {
            Entries = append.Entries.Select(entry =>
            {
                var id = isReused || known.Count == 0 ? entry.Id : known[0];
                isReused = true;
                return entry with { Id = id };
            }).ToValueList(),
        }), batch.Content, batch.Under);
    }

    private static HistoryStep Append(AppendBatch batch) => new(
        $"AppendAsync{(batch.Under is null ? "" : " under a lease")} of {LedgerWords.Listed(batch.Streams.Select(append => string.Create(CultureInfo.InvariantCulture, $"{append.Entries.Count} to {LedgerWords.Of(append.Stream)} at {append.ExpectedVersion}")))}",
        async (store, token) =>
        {
            try
            {
                return LedgerWords.Of(await store.AppendAsync(batch, token));
            }
            catch (LedgerException refusal)
            {
                return refusal.Message;
            }
        });

    private HistoryStep Query()
    {
        var filter = (_random.Next(3) == 0 && Pick(_subjects) is { IsNone: false } person ? HeadFilter.About(person) : HeadFilter.Of(Pick(_kinds))) with
        {
            Key = _random.Next(3) == 0 ? StreamKey.Parse(Pick<string>(["", "a", "A"])) : null,
            Statuses = _random.Next(2) == 0 ? [Pick(_statuses)] : [],
            DueBefore = _random.Next(3) == 0 ? At() : null,
            SinceBefore = _random.Next(3) == 0 ? At() : null,
            FoldedBelow = _random.Next(3) == 0 ? _random.Next(1, 5) : null,
        };
        var query = new HeadQuery(filter) { Limit = _random.Next(1, 9), After = _random.Next(2) == 0 ? Stream() : null };
        return new HistoryStep($"QueryHeadsAsync and CountHeadsAsync of {LedgerWords.Of(filter)}", async (store, token) =>
        {
            var heads = await store.QueryHeadsAsync(query, token);
            var counts = await store.CountHeadsAsync(filter, token);
            return $"{LedgerWords.Listed(heads.Select(LedgerWords.Of))}; {LedgerWords.Listed(counts.Select(count => $"{count.Status} {count.Count}"))}";
        });
    }

    private HistoryStep Look()
    {
        var (stream, after, content) = (Stream(), _random.Next(3), Pick(_content).Digest);
        var ids = _batches.Count == 0 ? [] : Pick(_batches).Streams.SelectMany(append => append.Entries).Select(entry => entry.Id).ToValueList();
        return new HistoryStep($"FindHeadsAsync, ReadStreamAsync, FindHashesAsync and ReadContentAsync, of {LedgerWords.Of(stream)} after {after}", async (store, token) =>
        {
            var heads = await store.FindHeadsAsync([stream], token);
            var entries = await store.ReadStreamAsync(stream, after, token).ToListAsync(token);
            var hashes = (await store.FindHashesAsync(ids, token)).OrderBy(hash => hash.Id).Select(hash => $"{hash.Hash}");
            return $"{LedgerWords.Listed(heads.Select(LedgerWords.Of))}; {LedgerWords.Of(entries)}; {LedgerWords.Listed(hashes)}; {(await store.ReadContentAsync(content, token))?.Digest}";
        });
    }

    private HistoryStep Lease()
    {
        var request = _taken.Count > 0 && _random.Next(2) == 0
            ? LeaseRequest.Renew(Pick(_taken), At(), Duration.FromSeconds(_random.Next(9)), _random.Next(2) == 0 ? [(byte)_random.Next(65, 91)] : null)
            : LeaseRequest.Take(Pick(_leases), Pick(_holders), At(), Duration.FromSeconds(_random.Next(9)));
        return new HistoryStep($"LeaseAsync at {LedgerWords.Of(request.Now)}{(request.Held is { } number ? $" with number {number}" : "")}", async (store, token) =>
        {
            var lease = await store.LeaseAsync(request, token);
            if (lease is not null && !_taken.Contains(lease))
            {
                _taken.Add(lease);
            }

            return LedgerWords.Of(lease);
        });
    }

    private HistoryStep Forget()
    {
        var filter = Pick(_subjects) is { IsNone: false } person ? HeadFilter.About(person) : HeadFilter.Of(Pick(_kinds)) with { Subject = SubjectRef.None };
        return new HistoryStep($"ForgetDetailsAsync of {LedgerWords.Of(filter)}", async (store, token) => $"{await store.ForgetDetailsAsync(filter, token)} forgotten");
    }

    private HistoryStep Expire()
    {
        var expiry = StreamExpiry.Of(Pick(_kinds), [LedgerSamples.Closed], At()) with
        {
            Unless = _random.Next(2) == 0 ? Shield() : StreamShield.None,
        };
        return new HistoryStep($"ExpireAsync of what ended before {LedgerWords.Of(expiry.Where.SinceBefore!.Value)}", async (store, token) => $"{await store.ExpireAsync(expiry, token)} expired");
    }

    private StreamShield Shield() => StreamShield.Of(
        [new ShieldingStreams(Pick(_kinds), _random.Next(1, 4), _random.Next(4) == 0 ? [] : [.. _statuses.Where(_ => _random.Next(4) != 0)])],
        _random.Next(3) == 0 ? [StreamKey.Parse(Pick<string>(["", "a", "A"]))] : []);
}
