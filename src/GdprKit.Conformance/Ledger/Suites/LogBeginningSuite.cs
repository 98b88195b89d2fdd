using Xunit;

namespace GdprKit.Conformance;

/// <summary>A ledger of which no entry has a position yet.</summary>
/// <typeparam name="TFixture">The fixture of the adapter.</typeparam>
public abstract class LogBeginningSuite<TFixture> : LedgerSuite<TFixture>
    where TFixture : LedgerFixture, IOrderedLedgerFixture
{
    /// <summary>Tests the log of a fixture.</summary>
    /// <param name="fixture">The fixture.</param>
    protected LogBeginningSuite(TFixture fixture)
        : base(fixture)
    {
    }

    /// <summary>Appending begins no order; the first position does.</summary>
    [Fact]
    public async Task Has_no_tip_before_the_first_position()
    {
        const string Sentence = "A ledger has no tip until an entry has a position, and keeps the name that it gets then.";
        await AppendAsync(LedgerSamples.Append(Stream(), entries: 2));
        Promise.IsEqual(null, await Session.Log.ReadTipAsync(Token), Sentence, "ReadTipAsync after an append");

        var order = new LogOrder(Session, Token);
        var first = await order.CommitAsync(1);
        var second = await order.CommitAsync(1);

        Promise.IsEqual(1, first.Tree.Size, Sentence, "ReadTipAsync after one entry was put in order: the size");
        Promise.IsEqual((first.Ledger, 2), (second.Ledger, second.Tree.Size), Sentence, "ReadTipAsync after the next one: the ledger and the size");
        Promise.Holds(first.Ledger != Guid.Empty, Sentence, "the same: the ledger", "a random number", "none");
    }
}
