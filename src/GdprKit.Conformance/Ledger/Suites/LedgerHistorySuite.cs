using Xunit;

namespace GdprKit.Conformance;

/// <summary>Histories that nobody thought of.</summary>
/// <typeparam name="TFixture">The fixture of the adapter.</typeparam>
public abstract class LedgerHistorySuite<TFixture> : LedgerSuite<TFixture>
    where TFixture : LedgerFixture
{
    private const int Steps = 300;

    private const int StepsTold = 12;

    /// <summary>Tests the ledger of a fixture.</summary>
    /// <param name="fixture">The fixture.</param>
    protected LedgerHistorySuite(TFixture fixture)
        : base(fixture)
    {
    }

    /// <summary>Whatever happens in whatever order, the answer is that of plain lists.</summary>
    /// <param name="seed">Chooses the history.</param>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task Answers_as_plain_lists_would(int seed)
    {
        var (model, history, told) = (new ModelLedger(), new RandomHistory(seed), new List<string>());
        for (var step = 0; step < Steps; step++)
        {
            var (asked, ask) = history.Next();
            var promised = await ask(model, Token);
            var happened = await ask(Store, Token);
            told.Add($"{asked}: {promised}");
            Promise.Holds(
                promised == happened,
                "After any history every question has the answer that plain lists of entries, heads and leases give.",
                $"{asked}\n  as step {step} of seed {seed}, after\n  {string.Join("\n  ", told.SkipLast(1).TakeLast(StepsTold))}",
                promised,
                happened);
            await history.RememberAsync(model, Token);
        }
    }
}
