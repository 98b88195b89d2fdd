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
}
