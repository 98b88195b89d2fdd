namespace GdprKit.Mapping;

/// <summary>What a map says can be put on hold.</summary>
public sealed class HoldQueryTests : MapTest
{
    private static readonly Key<HoldQuery> Old = Key<HoldQuery>.Parse("old");

    private static readonly IPersonalDataMap People = Map<Person>(data => data.HoldQuery(Old, person => person.Id < 100, nl: "oude nummers", en: "old numbers"));

    [Fact]
    public void A_map_names_rows_that_can_be_put_on_hold()
    {
        var query = Resolve<Sale>(Buyers, Map<Sale>(data => data.BelongsTo(sale => sale.Buyer).HoldQuery(Old, sale => sale.SoldAt.Year < 2000, nl: "oude verkopen", en: "old sales"))).HoldQueries.Should().ContainSingle().Subject;

        (query.Entity, query.Query.Key, query.Query.Label[Language.Dutch], query.Query.Condition.ToString()).Should().Be((nameof(Sale), Old, "oude verkopen", "sale => (sale.SoldAt.Year < 2000)"));
    }

    [Fact]
    public void A_query_of_a_base_class_is_about_rows_of_derived_ones_too()
    {
        Resolve<Worker>(People, Workers).HoldQueries.Select(query => (query.Entity, query.Query.Key)).Should().Equal((nameof(Worker), Old), (nameof(Person), Old));
        Resolve<Buyer>(People, Buyers).HoldQueries.Select(query => (query.Entity, query.Query.Key)).Should().Equal((nameof(Buyer), Old), (nameof(Person), Old));
    }

    [Fact]
    public void A_query_without_a_key_or_label_or_with_that_of_another_is_a_fault()
    {
        FaultsOf(Map<Buyer>(data => data.IsSubject(ShopKeys.Customers, b => b.Id).HoldQuery(default, b => true, nl: "kopers", en: "buyers"))).Should().ContainSingle().Which.Should().StartWith("GDPR4010: Buyer: the key of a query for holds");
        FaultsOf(Map<Buyer>(data => data.IsSubject(ShopKeys.Customers, b => b.Id).HoldQuery(Old, b => true, nl: "kopers", en: " "))).Should().ContainSingle().Which.Should().StartWith("GDPR4032: Buyer: the query 'old'");
        FaultsOf(Map<Buyer>(data => data.IsSubject(ShopKeys.Customers, b => b.Id).HoldQuery(Old, b => true, nl: "kopers", en: "buyers").HoldQuery(Old, b => false, nl: "geen", en: "none")))
            .Should().ContainSingle().Which.Should().StartWith("GDPR4019: Buyer: the query 'old' for holds");
        FaultsOf(People, Map<Worker>(data => data.IsSubject(ShopKeys.Employees, w => w.Id).HoldQuery(Old, w => true, nl: "werkers", en: "workers"))).Should().ContainSingle().Which.Should().StartWith("GDPR4019: Worker");
    }
}
