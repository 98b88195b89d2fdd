using GdprKit.Ledger;
using Xunit;

namespace GdprKit.Conformance;

/// <summary>Callers who no longer wait.</summary>
/// <typeparam name="TFixture">The fixture of the adapter.</typeparam>
public abstract class MirrorCancellationSuite<TFixture> : MirrorSuite<TFixture>
    where TFixture : MirrorFixture
{
    /// <summary>Tests the mirrors of a fixture.</summary>
    /// <param name="fixture">The fixture.</param>
    protected MirrorCancellationSuite(TFixture fixture)
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
        var (tip, entries) = await FillAsync(3);
        var (item, content) = (Item(1), LedgerContent.Of(Guid.NewGuid().ToByteArray()));
        await Mirror.AcceptAsync(item, Token);
        var batch = MirrorBatch.After(tip, [Entry(3, null, content)], [content]);
        (string Asked, Func<ValueTask> Ask)[] questions =
        [
            ("ReadTipAsync", async () => await Mirror.ReadTipAsync(cancelled.Token)),
            ("ReadRootAsync", async () => await Mirror.ReadRootAsync(1, cancelled.Token)),
            ("AppendAsync", async () => await Mirror.AppendAsync(batch, cancelled.Token)),
            ("ReadAsync", async () => await Mirror.ReadAsync(0, 1, cancelled.Token)),
            ("FindLackingContentAsync", async () => await Mirror.FindLackingContentAsync([content.Digest], cancelled.Token)),
            ("ReadContentAsync", async () => await Mirror.ReadContentAsync(content.Digest, cancelled.Token)),
            ("ReadCheckpointAsync", async () => await Mirror.ReadCheckpointAsync(cancelled.Token)),
            ("ForgetAsync", async () => await Mirror.ForgetAsync([entries[0] with { Entry = null, ExpiredHash = entries[0].Hash }], cancelled.Token)),
            ("AcceptAsync", async () => await Mirror.AcceptAsync(Item(2), cancelled.Token)),
            ("ReadInboxAsync", async () => await Mirror.ReadInboxAsync(cancelled.Token).CountAsync(CancellationToken.None)),
            ("RemoveFromInboxAsync", async () => await Mirror.RemoveFromInboxAsync([item.Id], cancelled.Token)),
        ];
        foreach (var (asked, ask) in questions)
        {
            await Promise.ThrowsAsync<OperationCanceledException>(ask, Sentence, $"{asked} with a token that is cancelled");
        }

        await ExpectAsync(tip, entries, Sentence, "cancelled appending and forgetting");
        Promise.IsEqual(MirrorWords.Of([item]), MirrorWords.Of(await Mirror.ReadInboxAsync(Token).ToListAsync(Token)), Sentence, "ReadInboxAsync after cancelled changes");
        Promise.IsEqual(null, await Mirror.ReadContentAsync(content.Digest, Token), Sentence, "ReadContentAsync after a cancelled append");
        Promise.IsEqual(true, await Mirror.AppendAsync(batch, Token), Sentence, "AppendAsync after a cancelled one: whether it is held");
    }
}
