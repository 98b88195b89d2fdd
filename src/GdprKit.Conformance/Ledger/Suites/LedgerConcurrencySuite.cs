using GdprKit.Ledger;
using Xunit;

namespace GdprKit.Conformance;

/// <summary>A ledger that many write at once.</summary>
/// <typeparam name="TFixture">The fixture of the adapter.</typeparam>
public abstract class LedgerConcurrencySuite<TFixture> : LedgerSuite<TFixture>
    where TFixture : LedgerFixture
{
    /// <summary>Tests the ledger of a fixture.</summary>
    /// <param name="fixture">The fixture.</param>
    protected LedgerConcurrencySuite(TFixture fixture)
        : base(fixture)
    {
    }

    private const int Writers = 16;

    private const int Rounds = 5;

    /// <summary>Sixteen who decided on the same version: one was right.</summary>
    [Fact]
    public async Task One_of_many_concurrent_appends_wins()
    {
        const string Sentence = "Of many who expect the same version at the same time one is appended, and every other one is a conflict.";
        for (var version = 0L; version < Rounds; version++)
        {
            var expected = version;
            var appends = Enumerable.Range(0, Writers).Select(writer => LedgerSamples.Append(LedgerSamples.Entry(Stream(), expected + 1, writer))).ToArray();
            var results = await AtOnceAsync(Writers, async (session, writer) => await session.Store.AppendAsync(AppendBatch.Of([appends[writer]]), Token));

            Promise.IsEqual(1, results.Count(result => result is AppendResult.Appended), Sentence, $"AppendAsync by {Writers} at once to version {expected}: how many were appended");
            Promise.IsEqual(Writers - 1, results.Count(result => result == new AppendResult.Conflict([Stream()])), Sentence, $"AppendAsync by {Writers} at once to version {expected}: how many were a conflict");
            var last = await Store.ReadStreamAsync(Stream(), expected, Token).ToListAsync(Token);
            Promise.IsEqual(
                LedgerWords.Of(appends[Array.FindIndex(results, result => result is AppendResult.Appended)].Entries), LedgerWords.Of(last), Sentence, "ReadStreamAsync after it: the entry of the winner");
        }
    }

    /// <summary>Claims are for one as well.</summary>
    [Fact]
    public async Task One_of_many_makes_a_claim()
    {
        var claim = AppendBatch.Of([new StreamAppend(StreamAppend.Absent, [], LedgerSamples.Head(Stream(), 0))]);
        var results = await AtOnceAsync(Writers, async (session, _) => await session.Store.AppendAsync(claim, Token));

        Promise.IsEqual(
            1, results.Count(result => result is AppendResult.Appended), "Of many who claim a stream at the same time one gets it.", $"AppendAsync of a claim by {Writers} at once: how many were appended");
    }

    /// <summary>Everybody gets on in the end, in whatever order the streams were named.</summary>
    [Fact]
    public async Task Batches_over_the_same_streams_do_not_deadlock()
    {
        const string Sentence = "Batches over the same streams wait for each other or conflict, and none fails.";
        string[] keys = ["a", "b", "c", "d", "e"];
        await AtOnceAsync(Writers / 2, async (session, writer) =>
        {
            for (var round = 0; round < Rounds; round++)
            {
                var order = keys.Skip(writer % keys.Length).Concat(keys.Take(writer % keys.Length)).Select(key => Stream(key)).ToValueList();
                AppendResult result;
                do
                {
                    var heads = (await session.Store.FindHeadsAsync(order, Token)).ToDictionary(head => head.Stream, head => head.Version);
                    result = await session.Store.AppendAsync(AppendBatch.Of(order.Select(stream => LedgerSamples.Append(stream, heads.GetValueOrDefault(stream)))), Token);
                }
                while (result is AppendResult.Conflict);
                Promise.IsEqual(LedgerWords.Of(new AppendResult.Appended()), LedgerWords.Of(result), Sentence, "AppendAsync to five streams, again and again");
            }

            return true;
        });

        foreach (var key in keys)
        {
            var read = await Store.ReadStreamAsync(Stream(key), 0, Token).ToListAsync(Token);
            Promise.IsEqual(Writers / 2 * Rounds, read.Count, Sentence, $"ReadStreamAsync of each stream after {Writers / 2} writers appended {Rounds} batches each: the number of entries");
            Promise.Holds(read.Select(entry => entry.Version).SequenceEqual(Enumerable.Range(1, read.Count).Select(version => (long)version)), Sentence, "the same: the versions", "1, 2, 3 and so on", "others");
        }
    }

    /// <summary>Of many instances that start at the same minute one does the work.</summary>
    [Fact]
    public async Task One_of_many_takes_a_lease()
    {
        const string Sentence = "Of many who ask for a lease at the same time one gets it, and every round has a number of its own.";
        var name = LedgerSamples.NewLease();
        for (var round = 1; round <= Rounds; round++)
        {
            var now = LedgerSamples.Start + NodaTime.Duration.FromMinutes(round);
            var leases = await AtOnceAsync(Writers, async (session, _) =>
                await session.Store.LeaseAsync(LeaseRequest.Take(name, Guid.NewGuid(), now, NodaTime.Duration.FromMinutes(1)), Token));

            Promise.IsEqual(1, leases.Count(lease => lease is not null), Sentence, $"LeaseAsync by {Writers} at once: how many got it");
            Promise.IsEqual(round, leases.Single(lease => lease is not null)!.Fence.Number, Sentence, $"LeaseAsync by {Writers} at once: the number of the one that got it, round {round}");
        }
    }

    /// <summary>A number that is shown to people was right at some moment.</summary>
    [Fact]
    public async Task Counts_are_of_one_moment()
    {
        const string Sentence = "The counts of all states are from one look at the data, so that what changes its state is counted once.";
        const int Streams = 6;
        StreamId[] streams = [.. Enumerable.Range(0, Streams).Select(number => Stream($"{number}"))];
        await AppendAsync([.. streams.Select(stream => LedgerSamples.Append(stream))]);
        using var moved = new CancellationTokenSource();
        await AtOnceAsync(2, async (session, number) =>
        {
            if (number == 0)
            {
                for (var version = 1L; version <= Writers; version++)
                {
                    var status = version % 2 == 0 ? LedgerSamples.Open : LedgerSamples.Closed;
                    await session.Store.AppendAsync(AppendBatch.Of(streams.Select(stream => LedgerSamples.Append(stream, version, status: status))), Token);
                }

                await moved.CancelAsync();
                return true;
            }

            do
            {
                var counts = await session.Store.CountHeadsAsync(HeadFilter.Of(Kind), Token);
                Promise.Holds(
                    counts is [{ Count: Streams }],
                    Sentence,
                    $"CountHeadsAsync while {Streams} streams change their state together, again and again",
                    $"{Streams} in one state",
                    LedgerWords.Listed(counts.Select(count => $"{count.Status} {count.Count}")));
            }
            while (!moved.IsCancellationRequested);
            return true;
        });
    }

    /// <summary>What somebody adds at the last moment keeps its stream, or comes too late.</summary>
    [Fact]
    public async Task What_is_added_to_a_stream_that_expires_keeps_it_or_comes_too_late()
    {
        const string Sentence = "Of an append and an expiry of the same stream one is first: the stream stays whole with the entry, or it is gone and the append is a conflict.";
        for (var round = 0; round < Rounds; round++)
        {
            var stream = Stream($"round-{round}");
            var ended = LedgerSamples.Append(stream, entries: 2, status: LedgerSamples.Closed, note: "a note");
            await AppendAsync(ended);
            var next = LedgerSamples.Append(stream, 2, note: "another note");
            var results = await AtOnceAsync(2, async (session, number) => number == 0
                ? (Gone: await session.Store.ExpireAsync(Expiry(stream), Token), Result: null)
                : (Gone: 0L, Result: await session.Store.AppendAsync(AppendBatch.Of([next]), Token)));

            var (gone, result) = (results[0].Gone, results[1].Result!);
            Promise.Holds(
                (gone, result) is (0, AppendResult.Appended) or (1, AppendResult.Conflict),
                Sentence,
                "ExpireAsync and AppendAsync at once",
                "either none expired and it is appended, or one expired and it is a conflict",
                $"{gone} expired, and it is {LedgerWords.Of(result)}");
            await ExpectStreamAsync(stream, gone == 0 ? [.. ended.Entries, .. next.Entries] : [], gone == 0 ? next.Head : null, Sentence, $"it was {LedgerWords.Of(result)}");
            Promise.IsEqual(2, (await Store.FindHashesAsync(ended.Entries.Select(entry => entry.Id).ToValueList(), Token)).Count, Sentence, "FindHashesAsync of its first two entries: how many");
        }
    }

    /// <summary>Who places a hold relies on what is there at that moment.</summary>
    [Fact]
    public async Task A_hold_that_is_placed_while_streams_expire_protects_what_is_still_there()
    {
        const string Sentence = "When a hold is written together with an entry of a stream that was there, the stream stays; when the stream is gone, neither is written.";
        var holds = LedgerSamples.NewKind();
        for (var round = 0; round < Rounds; round++)
        {
            var person = SubjectRef.New();
            var (stream, hold) = (Stream($"round-{round}", person), new StreamId(holds, person, StreamKey.Empty));
            await AppendAsync(LedgerSamples.Append(stream, status: LedgerSamples.Closed));
            var noted = LedgerSamples.Append(stream, 1, status: LedgerSamples.Closed);
            var expiry = Expiry(stream) with { Unless = StreamShield.Of([new ShieldingStreams(holds, 1, [LedgerSamples.Closed])]) };
            var results = await AtOnceAsync(2, async (session, number) => number == 0
                ? (Gone: await session.Store.ExpireAsync(expiry, Token), Result: null)
                : (Gone: 0L, Result: await session.Store.AppendAsync(AppendBatch.Of([noted, LedgerSamples.Append(hold)]), Token)));

            var (gone, result) = (results[0].Gone, results[1].Result!);
            Promise.Holds(
                (gone, result) is (0, AppendResult.Appended) or (1, AppendResult.Conflict),
                Sentence,
                "ExpireAsync of what no hold protects, and AppendAsync of a hold and an entry, at once",
                "either none expired and both are appended, or one expired and it is a conflict",
                $"{gone} expired, and it is {LedgerWords.Of(result)}");
            Promise.IsEqual(gone == 0, await HeadOfAsync(Store, hold) is not null, Sentence, "FindHeadsAsync of the hold: whether it stands");
            Promise.IsEqual(0, await Store.ExpireAsync(expiry, Token), Sentence, "ExpireAsync once more: the number");
        }
    }

    /// <summary>Who is forgotten while others write is forgotten in what they had written.</summary>
    [Fact]
    public async Task Details_that_are_forgotten_beside_appends_are_counted_once_and_stay_forgotten()
    {
        const string Sentence = "Of appends and forgetting at once the details of every entry go once, and none come back.";
        var person = SubjectRef.New();
        var (writers, entries) = (Writers / 4, Rounds * 2);
        var writing = writers;
        var forgotten = await AtOnceAsync(writers + 1, async (session, number) =>
        {
            var sum = 0L;
            while (number == writers && Volatile.Read(ref writing) > 0)
            {
                sum += await session.Store.ForgetDetailsAsync(HeadFilter.About(person), Token);
            }

            for (var version = 0; number < writers && version < entries; version++)
            {
                await session.Store.AppendAsync(AppendBatch.Of([LedgerSamples.Append(Stream($"writer-{number}", person), version, note: "ann@example.nl")]), Token);
            }

            Interlocked.Decrement(ref writing);
            return number < writers ? sum : sum + await session.Store.ForgetDetailsAsync(HeadFilter.About(person), Token);
        });

        Promise.IsEqual(
            (long)writers * entries,
            forgotten.Sum() + await Store.ForgetDetailsAsync(HeadFilter.About(person), Token),
            Sentence,
            $"ForgetDetailsAsync, again and again, while {writers} write {entries} entries with details each, and once more afterwards: the sum of the numbers");
        for (var writer = 0; writer < writers; writer++)
        {
            var read = await Store.ReadStreamAsync(Stream($"writer-{writer}", person), 0, Token).ToListAsync(Token);
            Promise.IsEqual($"{entries} entries, 0 with details", $"{read.Count} entries, {read.Count(entry => entry.Details is not null)} with details", Sentence, "ReadStreamAsync afterwards");
        }
    }

    private StreamExpiry Expiry(StreamId stream) => StreamExpiry.Of(Kind, [LedgerSamples.Closed], LedgerSamples.At(100), stream.Key);
}
