using GdprKit.Ledger;
using Xunit;

namespace GdprKit.Conformance;

/// <summary>Callers who no longer wait.</summary>
/// <typeparam name="TFixture">The fixture of the adapter.</typeparam>
public abstract class LedgerCancellationSuite<TFixture> : LedgerSuite<TFixture>
    where TFixture : LedgerFixture
{
    /// <summary>Tests the ledger of a fixture.</summary>
    /// <param name="fixture">The fixture.</param>
    protected LedgerCancellationSuite(TFixture fixture)
        : base(fixture)
    {
    }

    /// <summary>Who waits can stop waiting, and nothing is written then.</summary>
    [Fact]
    public async Task Stops_when_cancelled()
    {
        const string Sentence = "A member stops when it is cancelled, and writes nothing.";
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        var append = LedgerSamples.Append(Stream("ended"), note: "a note", status: LedgerSamples.Closed);
        await AppendAsync(append);
        var request = LeaseRequest.Take(LedgerSamples.NewLease(), Guid.NewGuid(), LedgerSamples.Start, NodaTime.Duration.FromMinutes(1));
        (string Asked, Func<ValueTask> Ask)[] questions =
        [
            ("AppendAsync", async () => await Store.AppendAsync(AppendBatch.Of([LedgerSamples.Append(Stream("new"))]), cancelled.Token)),
            ("FindHeadsAsync", async () => await Store.FindHeadsAsync([append.Stream], cancelled.Token)),
            ("QueryHeadsAsync", async () => await Store.QueryHeadsAsync(new HeadQuery(HeadFilter.Of(Kind)), cancelled.Token)),
            ("CountHeadsAsync", async () => await Store.CountHeadsAsync(HeadFilter.Of(Kind), cancelled.Token)),
            ("ReadStreamAsync", async () => await Store.ReadStreamAsync(append.Stream, 0, cancelled.Token).CountAsync(CancellationToken.None)),
            ("ReadLatestAsync", async () => await Store.ReadLatestAsync(null, 1, cancelled.Token)),
            ("FindHashesAsync", async () => await Store.FindHashesAsync([append.Entries[0].Id], cancelled.Token)),
            ("ReadContentAsync", async () => await Store.ReadContentAsync(Digest.Of("abc"u8), cancelled.Token)),
            ("ForgetDetailsAsync", async () => await Store.ForgetDetailsAsync(HeadFilter.Of(Kind), cancelled.Token)),
            ("ExpireAsync", async () => await Store.ExpireAsync(StreamExpiry.Of(Kind, [LedgerSamples.Closed], LedgerSamples.At(100)), cancelled.Token)),
            ("LeaseAsync", async () => await Store.LeaseAsync(request, cancelled.Token)),
        ];
        foreach (var (asked, ask) in questions)
        {
            await Promise.ThrowsAsync<OperationCanceledException>(ask, Sentence, $"{asked} with a token that is cancelled");
        }

        await ExpectStreamAsync(Stream("new"), [], null, Sentence, "a cancelled append");
        await ExpectStreamAsync(append.Stream, append.Entries, append.Head, Sentence, "cancelled expiry and forgetting");
        Promise.IsEqual(LedgerWords.Of(request.Apply(null)), LedgerWords.Of(await Store.LeaseAsync(request, Token)), Sentence, "LeaseAsync after a cancelled one");
    }

    /// <summary>Also half-way.</summary>
    [Fact]
    public async Task Stops_reading_half_way_when_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        await AppendAsync(LedgerSamples.Append(Stream(), entries: 500));
        var read = 0;
        await Promise.ThrowsAsync<OperationCanceledException>(
            async () =>
            {
                await foreach (var entry in Store.ReadStreamAsync(Stream(), 0, cancellation.Token))
                {
                    if (++read == 3)
                    {
                        await cancellation.CancelAsync();
                    }
                }
            },
            "Reading a stream stops when it is cancelled, also half-way.",
            "ReadStreamAsync of 500 entries, cancelled after 3");
        Promise.IsEqual(500, await Store.ReadStreamAsync(Stream(), 0, Token).CountAsync(Token), "Reading a stream stops when it is cancelled, and leaves nothing open.", "ReadStreamAsync after a cancelled one: the number of entries");
    }

    /// <summary>Whenever it happens.</summary>
    [Fact]
    public async Task A_cancelled_append_is_written_whole_or_not_at_all()
    {
        const string Sentence = "When an append is cancelled, it is written whole or not at all, and the store can be used again.";
        for (var round = 0; round < 20; round++)
        {
            using var cancellation = new CancellationTokenSource();
            var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var cancelling = CancelAsync(begun.Task, round, cancellation.CancelAsync);
            StreamId[] streams = [Stream($"a-{round}"), Stream($"b-{round}"), Stream($"c-{round}")];
            begun.SetResult();
            AppendResult? result = null;
            try
            {
                result = await Store.AppendAsync(AppendBatch.Of(streams.Select(stream => LedgerSamples.Append(stream, entries: 3, note: "a note"))), cancellation.Token);
            }
            catch (OperationCanceledException)
            {
            }

            await cancelling;
            await using var other = await Fixture.OpenAsync(Token);
            var heads = await other.Store.FindHeadsAsync([.. streams], Token);
            var entries = 0;
            foreach (var stream in streams)
            {
                entries += await other.Store.ReadStreamAsync(stream, 0, Token).CountAsync(Token);
            }

            Promise.Holds(
                (heads.Count, entries) == (3, 9) || (result is null && (heads.Count, entries) == (0, 0)),
                Sentence,
                $"AppendAsync of nine entries to three streams, cancelled meanwhile, which ended as {(result is null ? "cancelled" : LedgerWords.Of(result))}",
                "all of it, or nothing where it was cancelled",
                $"{heads.Count} heads and {entries} entries");
        }

        static async Task CancelAsync(Task begun, int round, Func<Task> cancelAsync)
        {
            await begun.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
            Thread.SpinWait(round * 1_000);
            await cancelAsync();
        }
    }
}
