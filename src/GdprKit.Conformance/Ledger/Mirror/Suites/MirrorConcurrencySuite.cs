using GdprKit.Ledger;
using Xunit;

namespace GdprKit.Conformance;

/// <summary>Several who use one mirror at once.</summary>
/// <typeparam name="TFixture">The fixture of the adapter.</typeparam>
public abstract class MirrorConcurrencySuite<TFixture> : MirrorSuite<TFixture>
    where TFixture : MirrorFixture
{
    /// <summary>Tests the mirrors of a fixture.</summary>
    /// <param name="fixture">The fixture.</param>
    protected MirrorConcurrencySuite(TFixture fixture)
        : base(fixture)
    {
    }

    /// <summary>Two instances of an application that both think it is their turn.</summary>
    [Fact]
    public async Task Of_several_who_append_one_is_held()
    {
        const string Sentence = "Of several who append behind the same entries one is held; the others are told no, or that somebody else is writing.";
        var tip = Start;
        var held = new List<OrderedEntry>();
        for (var round = 0; round < 10; round++)
        {
            var expected = tip;
            var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var all = Enumerable.Range(0, 4).Select(_ => AppendAsync(Batch(expected, 3), begun.Task)).ToArray();
            begun.SetResult();
            var outcomes = await Task.WhenAll(all);

            var winners = outcomes.Where(outcome => outcome.IsHeld).ToList();
            Promise.Holds(winners.Count == 1, Sentence, "AppendAsync of four batches at once", "one that is held", $"{winners.Count}");
            tip = winners[0].Batch.Next;
            held.AddRange(winners[0].Batch.Entries);
        }

        await ExpectAsync(tip, [.. held], Sentence, "ten rounds of four at once");
    }

    private async Task<(MirrorBatch Batch, bool IsHeld)> AppendAsync(MirrorBatch batch, Task begun)
    {
        var mirror = await Fixture.OpenAsync(Name, Token);
        await begun.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        await mirror.AcceptAsync(Item((int)batch.Next.Tree.Size), Token);
        while (true)
        {
            try
            {
                return (batch, await mirror.AppendAsync(batch, Token));
            }
            catch (LedgerException refusal) when (refusal.Id == LedgerException.MirrorBusy().Id)
            {
                // As its caller would: later.
            }
        }
    }
}
