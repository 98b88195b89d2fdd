using GdprKit.Ledger;
using GdprKit.Mapping;

namespace GdprKit.Retention;

public sealed class RowShieldTests : HoldTest
{
    private static readonly StreamFold[] Folds = [LegalHold.Fold, Restriction.Fold, ConsentRecord.Fold];

    private static readonly StoreMap Shop = PersonalDataMap.Create(ShopPlan.Register(), ShopPlan.Maps, [ShopPlan.Store], [ShopPlan.Binder]).Stores.Single();

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
        var shield = RowShield.Of(Folds, Shop, Entity<Sale>(), Delete);

        (await ProtectedAsync()).Should().BeTrue();
        await Holds.LiftAsync(Person, hold, Lawyer, "settled", Token);
        (await ProtectedAsync()).Should().BeTrue();
        await restrictions.LiftAsync(Somebody, RestrictionGround.NeededForClaims, Start, cancellationToken: Token);
        (await ProtectedAsync()).Should().BeFalse();

        async Task<bool> ProtectedAsync() => (await ShieldedPeople.FindAsync(shield, Store, Subjects, Token)).Contains(Somebody);
    }

    [Fact]
    public void What_is_no_shield_is_left_out() =>
        RowShield.Of(Folds).Streams.Select(streams => streams.Kind.ToString()).Should().Equal("legal-hold", "restriction");

    private static RowChange Emptied(params string[] fields) => new RowChange.Empty(fields.Select(PropertyPath.Parse).ToValueList());

    private static StoreEntity Entity<T>() => Shop.Entities.Single(entity => entity.Description.Type == typeof(T));

    private async Task<bool> IsKeptAsync<T>(RowChange change) =>
        (await ShieldedPeople.FindAsync(RowShield.Of(Folds, Shop, Entity<T>(), change), Store, Subjects, Token)).IsEverybody;
}
