using System.Text;
using GdprKit.Ledger;
using GdprKit.Mapping;

namespace GdprKit.Retention;

/// <summary>Holds on what a map names in advance.</summary>
public sealed class QueryHoldTests : HoldTest
{
    private static readonly HoldScope.Query Sales2024 = new("Shop", nameof(Sale), ShopPlan.Sales2024);

    [Fact]
    public async Task It_is_offered_placed_listed_with_its_label_prolonged_and_lifted()
    {
        Holds.Queries.Should().Equal(new HoldableQuery(Sales2024, LocalizedText.Of(nl: "verkopen van 2024", en: "sales of 2024")));
        var hold = await PlaceAsync(Sales2024);

        var listed = (await Holds.ListAsync(Token).ToListAsync(Token)).Should().ContainSingle().Subject;
        (listed.Scope, listed.Hold.Id, listed.Label![Language.English]).Should().Be((Sales2024, hold, "sales of 2024"));
        (await Holds.FindMatterAsync(Sales2024, hold, Token)).Should().Be("Broken kettle, file 12");
        (await Holds.ProlongAsync(Sales2024, hold, March.PlusDays(1), Lawyer, "Still needed.", Token)).Holds.Single().ReviewOn.Should().Be(March.PlusDays(1));
        (await Holds.LiftAsync(Sales2024, hold, Lawyer, "Settled.", Token)).Status.Should().Be(HoldStatus.Lifted);
        (await Holds.FindAsync(Sales2024, Token))!.Status.Should().Be(HoldStatus.Lifted);
    }

    [Fact]
    public async Task Its_stream_is_about_nobody_and_its_facts_say_nothing_but_the_key()
    {
        await PlaceAsync(Sales2024);

        var entries = await EntriesAsync();
        entries.Should().OnlyContain(entry => entry.Stream == LegalHold.StreamOf(Sales2024) && entry.Stream.Subject.IsNone);
        entries[0].Stream.Key.ToString().Should().Be("query/Shop/Sale/sales-2024");
        Encoding.UTF8.GetString(entries[0].Facts.AsSpan()).Should().NotContainAny("SoldAt", "verkopen");
    }

    [Theory]
    [InlineData("nl", "De rijen van ‘Sale’ in de selectie ‘sales-2024’ mogen niet worden verwijderd: *")]
    [InlineData("en", "The rows of “Sale” in the selection “sales-2024” must not be deleted: *")]
    public async Task The_log_says_on_what_it_is(string language, string sentence)
    {
        await PlaceAsync(Sales2024);

        new LedgerWording(ShopPlan.Register(), [LegalHold.Fold]).Tell((await EntriesAsync())[0], Language.Parse(language)).Should().Match(sentence);
    }

    [Fact]
    public async Task One_that_has_left_the_map_is_listed_without_a_name_and_can_be_prolonged_and_lifted()
    {
        HoldScope.Query[] gone = [new("Shop", nameof(Sale), Key<HoldQuery>.Parse("forgotten")), new("Shop", "Fossil", ShopPlan.Sales2024), new("Shop", new string('x', 200), ShopPlan.Sales2024)];
        var draft = HoldEntries.Placed.Draft(new HoldPlaced(HoldGround.LegalClaims, Lawyer.Key, March, Start + NodaTime.Duration.FromDays(90)));
        foreach (var query in gone)
        {
            await Streams.AppendAsync<LegalHold>(LegalHold.StreamOf(query), null, _ => [draft], Token);
        }

        var listed = await Holds.ListAsync(Token).ToListAsync(Token);

        listed.Select(hold => hold.Scope).Should().BeEquivalentTo(gone.Select(query => new HoldScope.Unnamed(LegalHold.StreamOf(query))));
        listed.Should().OnlyContain(hold => hold.Label == null);
        foreach (var hold in listed)
        {
            await Holds.ProlongAsync(hold.Scope, hold.Hold.Id, March.PlusDays(1), Lawyer, "Still needed.", Token);
            (await Holds.LiftAsync(hold.Scope, hold.Hold.Id, Lawyer, "Settled.", Token)).Status.Should().Be(HoldStatus.Lifted);
        }
    }

    [Fact]
    public void Two_queries_never_share_a_stream_nor_a_query_and_an_entity()
    {
        string[] names = ["a", "A", "a/b", "a~b", "a b", "á", "", "query", new string('x', 60), new string('x', 300)];
        var queries = (from store in names from name in names from key in new[] { "one", "one-two", new string('k', 64) } select new HoldScope.Query(store, name, Key<HoldQuery>.Parse(key))).ToList();

        var keys = queries.Select(query => LegalHold.StreamOf(query).Key).ToList();

        keys.Should().OnlyHaveUniqueItems().And.NotIntersectWith(from store in names from name in names select LegalHold.StreamOf(store, name).Key);
        keys.Should().OnlyContain(key => key.ToString().StartsWith("query", StringComparison.Ordinal));
        keys.Zip(queries).Where(pair => !pair.First.ToString().StartsWith("query-digest/", StringComparison.Ordinal)).Should().HaveCountGreaterThan(50)
            .And.AllSatisfy(pair => HoldKeys.QueryOf(pair.First).Should().Be(pair.Second));
    }
}
