using GdprKit.Ledger;
using Xunit;

namespace GdprKit.Conformance;

/// <summary>A mirror whose program ends, or whose medium breaks, at any step.</summary>
/// <typeparam name="TFixture">The fixture of the adapter.</typeparam>
public abstract class MirrorInterruptionSuite<TFixture> : MirrorSuite<TFixture>
    where TFixture : MirrorFixture
{
    /// <summary>Tests the mirrors of a fixture.</summary>
    /// <param name="fixture">The fixture.</param>
    protected MirrorInterruptionSuite(TFixture fixture)
        : base(fixture)
    {
    }

    private const int MostSteps = 1_000;

    /// <summary>Whatever is done is interrupted before its first step, then before its second, and so on to its end.</summary>
    /// <param name="deed">What is done.</param>
    [Theory]
    [InlineData("begin")]
    [InlineData("append")]
    [InlineData("forget details")]
    [InlineData("forget an entry")]
    [InlineData("accept")]
    [InlineData("remove")]
    public async Task Survives_an_interruption_between_any_two_steps(string deed)
    {
        const string Sentence = "After an interruption what was acknowledged is there, what was in hand is there whole or not at all, and who does it again succeeds.";
        for (var steps = 0; steps <= MostSteps; steps++)
        {
            await BeginAnewAsync();
            var (act, content) = await PrepareAsync(deed);
            var before = await LookAsync(content);
            var interrupted = await ActInterruptedAsync(act, steps);
            var seen = await LookAsync(content);
            await act(await Fixture.OpenAsync(Name, Token));
            var after = await LookAsync(content);

            var asked = $"to {deed}, interrupted after {steps} steps{(interrupted is null ? ", and done before that" : "")}";
            Promise.Holds(before != after, Sentence, $"{asked}, and again", "a mirror that is another one afterwards", after);

            // Content that nobody refers to yet is nobody's fault.
            Promise.Holds(seen == after || (interrupted is not null && WithoutContent(seen) == WithoutContent(before)), Sentence, asked, interrupted is null ? after : $"{before}, or else {after}", seen);
            if (interrupted is null)
            {
                Promise.Holds(steps > 0, Sentence, "a mirror that is interrupted after no step", "an interruption", "none");
                return;
            }
        }

        Promise.Holds(false, Sentence, $"to {deed}, interrupted after more and more steps", $"its end after at most {MostSteps}", "no end");
    }

    private static string WithoutContent(string seen) => seen[..seen.LastIndexOf("; ", StringComparison.Ordinal)];

    private async Task<string> LookAsync(Digest content) => await MirrorWords.OfAsync(await Fixture.OpenAsync(Name, Token), content, Token);

    private async Task<Exception?> ActInterruptedAsync(Func<ILedgerMirror, Task> act, int steps)
    {
        var mirror = await Fixture.OpenInterruptedAsync(Name, steps, Token);
        try
        {
            await act(mirror);
            return null;
        }
        catch (Exception exception) when (exception is not Xunit.Sdk.IAssertionException && !Token.IsCancellationRequested)
        {
            return exception;
        }
    }

    private async Task<(Func<ILedgerMirror, Task> Act, Digest Content)> PrepareAsync(string deed)
    {
        var content = LedgerContent.Of(Guid.NewGuid().ToByteArray());
        var (tip, entries) = deed == "begin" ? (Start, []) : await FillAsync(2, 3);
        ValueList<OrderedEntry> next = [Entry(tip.Tree.Size, "a note", content), Entry(tip.Tree.Size + 1, "another note")];
        var batch = MirrorBatch.After(tip, next, [content], "a checkpoint");
        var item = Item(1);
        if (deed == "remove")
        {
            await Mirror.AcceptAsync(item, Token);
        }

        return (
            deed switch
            {
                "forget details" => mirror => mirror.ForgetAsync([entries[1] with { Entry = entries[1].Entry! with { Details = null } }], Token).AsTask(),
                "forget an entry" => mirror => mirror.ForgetAsync([entries[4] with { Entry = null, ExpiredHash = entries[4].Hash }], Token).AsTask(),
                "accept" => mirror => mirror.AcceptAsync(item, Token).AsTask(),
                "remove" => mirror => mirror.RemoveFromInboxAsync([item.Id], Token).AsTask(),
                _ => mirror => mirror.AppendAsync(batch, Token).AsTask(),
            },
            content.Digest);
    }
}
