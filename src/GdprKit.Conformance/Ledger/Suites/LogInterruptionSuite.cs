using GdprKit.Ledger;
using Xunit;

namespace GdprKit.Conformance;

/// <summary>A log whose program ends, or whose connection breaks, at any step.</summary>
/// <typeparam name="TFixture">The fixture of the adapter.</typeparam>
public abstract class LogInterruptionSuite<TFixture> : LedgerSuite<TFixture>
    where TFixture : LedgerFixture, IOrderedLedgerFixture
{
    private const int MostSteps = 5_000;

    /// <summary>Tests the log of a fixture.</summary>
    /// <param name="fixture">The fixture.</param>
    protected LogInterruptionSuite(TFixture fixture)
        : base(fixture)
    {
    }

    /// <summary>Interrupted before its first step, then before its second, and so on to its end.</summary>
    [Fact]
    public async Task Ordering_survives_an_interruption_between_any_two_steps()
    {
        const string Sentence = "After an interruption the positions of a batch are there whole or not at all, and who does it again succeeds.";
        var order = new LogOrder(Session, Token);
        await order.DrainAsync();
        for (var steps = 0; steps <= MostSteps; steps++)
        {
            await AppendAsync(LedgerSamples.Append(Stream($"{steps}"), entries: 3));
            var (before, batch) = (await Session.Log.ReadTipAsync(Token), await order.NextAsync());
            var isInterrupted = await IsInterruptedAsync(batch, steps);

            await using var other = await Fixture.OpenAsync(Token);
            var (seen, waiting) = (await other.Log.ReadTipAsync(Token), await other.Log.CountPendingAsync(Token));
            var asked = $"CommitOrderAsync of three entries, interrupted after {steps} steps{(isInterrupted ? "" : ", and done before that")}";
            var isWritten = seen?.Tree == batch.Next.Tree;
            Promise.Holds(isWritten ? waiting == 0 : seen == before && waiting == 3 && isInterrupted, Sentence, asked, "all three or none", $"{seen}, and {waiting} that wait");
            Promise.IsEqual(isWritten ? 3 : 0, (await other.Log.ReadLogAsync(before?.Tree.Size ?? 0, 10, Token)).Count, Sentence, $"{asked}: the positions that are read");
            Promise.IsEqual(new OrderResult.Committed(), await other.Log.CommitOrderAsync(batch, Token), Sentence, $"{asked}, and again");
            if (!isInterrupted)
            {
                Promise.Holds(steps > 0, Sentence, "a session that is interrupted after no step", "an interruption", "none");
                return;
            }
        }

        Promise.Holds(false, Sentence, "CommitOrderAsync, interrupted after more and more steps", $"its end after at most {MostSteps}", "no end");
    }

    private async Task<bool> IsInterruptedAsync(OrderBatch batch, int steps)
    {
        await using var session = await Fixture.OpenInterruptedAsync(steps, Token);
        try
        {
            await session.Log.CommitOrderAsync(batch, Token);
            return false;
        }
        catch (Exception exception) when (exception is not Xunit.Sdk.IAssertionException && !Token.IsCancellationRequested)
        {
            return true;
        }
    }
}
