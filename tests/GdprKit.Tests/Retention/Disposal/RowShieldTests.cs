using GdprKit.Ledger;
using GdprKit.Mapping;

namespace GdprKit.Retention;

public sealed class RowShieldTests : HoldTest
{
    private static readonly StreamFold[] Folds = [LegalHold.Fold, Restriction.Fold, ConsentRecord.Fold];

    private static readonly PersonalDataMap Map = PersonalDataMap.Create(ShopPlan.Register(), ShopPlan.Maps, [ShopPlan.Store], [ShopPlan.Binder]);

    private static readonly StoreMap Shop = Map.Stores.Single();

    private static readonly RowChange Delete = new RowChange.Delete();

    [Fact]
    public async Task A_hold_on_an_entity_keeps_its_rows_and_those_of_no_other()
    {
        await PlaceAsync(Sales);

        (await IsKeptAsync<Sale>(Delete)).Should().BeTrue();
        (await IsKeptAsync<Buyer>(Delete)).Should().BeFalse();
    }

    [Fact]
    public async Task A_hold_on_a_category_keeps_rows_that_hold_some_of_it_unless_other_fields_are_emptied()
    {
        await PlaceAsync(Emails);

        (await IsKeptAsync<Buyer>(Delete)).Should().BeTrue();
        (await IsKeptAsync<Buyer>(Emptied(nameof(Buyer.Email), nameof(Buyer.Name)))).Should().BeTrue();
        (await IsKeptAsync<Buyer>(Emptied(nameof(Buyer.Name)))).Should().BeFalse();
        (await IsKeptAsync<Sale>(Delete)).Should().BeFalse();
    }

    [Fact]
    public async Task A_hold_on_a_category_keeps_rows_in_which_some_of_it_would_be_replaced()
    {
        await PlaceAsync(Emails);

        (await IsKeptAsync<Buyer>(Replaced(nameof(Buyer.Email)))).Should().BeTrue();
        (await IsKeptAsync<Buyer>(Replaced(nameof(Buyer.Name)))).Should().BeFalse();

        static RowChange Replaced(string property) => new RowChange.Empty([]) { Replacements = [new FieldReplacement(PropertyPath.Parse(property), new Replacement.Constant("-"))] };
    }

    [Fact]
    public async Task Only_the_last_of_several_holds_lets_rows_go()
    {
        var (first, second) = (await PlaceAsync(Sales), await PlaceAsync(Sales));
        await Holds.LiftAsync(Sales, first, Lawyer, "settled", Token);
        (await IsKeptAsync<Sale>(Delete)).Should().BeTrue();

        await Holds.LiftAsync(Sales, second, Lawyer, "settled", Token);
        (await IsKeptAsync<Sale>(Delete)).Should().BeFalse();
    }

    [Fact]
    public async Task A_person_is_protected_while_a_hold_or_a_restriction_stands()
    {
        var restrictions = new Restrictions(Streams, Subjects, Clock);
        var hold = await PlaceAsync(Person);
        await restrictions.PlaceAsync(Somebody, RestrictionGround.NeededForClaims, cancellationToken: Token);
        var shield = RowShield.Of(Folds, Map, Shop, Entity<Sale>(), Delete);

        (await ProtectedAsync()).Should().BeTrue();
        await Holds.LiftAsync(Person, hold, Lawyer, "settled", Token);
        (await ProtectedAsync()).Should().BeTrue();
        await restrictions.LiftAsync(Somebody, RestrictionGround.NeededForClaims, Start, cancellationToken: Token);
        (await ProtectedAsync()).Should().BeFalse();

        async Task<bool> ProtectedAsync() => (await ShieldedPeople.FindAsync(shield, Store, Subjects, Token)).Contains(Somebody);
    }

    [Fact]
    public async Task A_hold_on_a_query_keeps_the_rows_that_meet_it_whatever_becomes_of_them()
    {
        var query = new HoldScope.Query("Shop", nameof(Sale), ShopPlan.Sales2024);
        (await RowsAsync<Sale>(Delete)).Should().Be(RowCondition.Never);
        var hold = await PlaceAsync(query);

        (await RowsAsync<Sale>(Delete)).Should().Be(Entity<Sale>().HoldQueries.Single().Rows);
        (await RowsAsync<Sale>(Emptied(nameof(Sale.Remark)))).Should().Be(Entity<Sale>().HoldQueries.Single().Rows);
        (await RowsAsync<Buyer>(Delete)).Should().Be(RowCondition.Never);
        (await IsKeptAsync<Sale>(Delete)).Should().BeFalse("others may go");

        await Holds.LiftAsync(query, hold, Lawyer, "settled", Token);
        (await RowsAsync<Sale>(Delete)).Should().Be(RowCondition.Never);
    }

    [Theory]
    [InlineData("Shop", nameof(Sale), true, false)]
    [InlineData("Shop", "sale", true, true)]
    [InlineData("Shop", "Fossil", true, true)]
    [InlineData("Elsewhere", nameof(Sale), true, true)]
    [InlineData("Shop", nameof(Buyer), false, true)]
    public async Task A_hold_on_a_query_that_nobody_knows_keeps_all_rows_of_its_entity_or_everything(string store, string name, bool keepsSales, bool keepsBuyers)
    {
        var draft = HoldEntries.Placed.Draft(new HoldPlaced(HoldGround.LegalClaims, Lawyer.Key, March, Start));
        await Streams.AppendAsync<LegalHold>(LegalHold.StreamOf(new HoldScope.Query(store, name, Key<HoldQuery>.Parse("forgotten"))), null, _ => [draft], Token);

        (await IsKeptAsync<Sale>(Delete), await IsKeptAsync<Buyer>(Emptied(nameof(Buyer.Email)))).Should().Be((keepsSales, keepsBuyers));
    }

    [Fact]
    public void What_is_no_shield_is_left_out() =>
        RowShield.Of(Folds).Streams.Select(streams => streams.Kind.ToString()).Should().Equal("legal-hold", "restriction");

    private static RowChange Emptied(params string[] fields) => new RowChange.Empty(fields.Select(PropertyPath.Parse).ToValueList());

    private static StoreEntity Entity<T>() => Shop.Entities.Single(entity => entity.Description.Type == typeof(T));

    private async Task<RowCondition> RowsAsync<T>(RowChange change) => (await ShieldedPeople.FindAsync(RowShield.Of(Folds, Map, Shop, Entity<T>(), change), Store, Subjects, Token)).Rows;

    private async Task<bool> IsKeptAsync<T>(RowChange change) =>
        (await ShieldedPeople.FindAsync(RowShield.Of(Folds, Map, Shop, Entity<T>(), change), Store, Subjects, Token)).IsEverybody;
}
