using System.Linq.Expressions;
using GdprKit.Mapping;
using Xunit;
using static GdprKit.Conformance.SmallWorld;

namespace GdprKit.Conformance;

/// <summary>What each kind of condition means, and its opposite.</summary>
/// <typeparam name="TFixture">The fixture of the adapter.</typeparam>
public abstract class StoreConditionsSuite<TFixture> : PersonalDataStoreSuite<TFixture>
    where TFixture : PersonalDataStoreFixture
{
    /// <summary>Tests the store of a fixture.</summary>
    /// <param name="fixture">The fixture.</param>
    protected StoreConditionsSuite(TFixture fixture)
        : base(fixture)
    {
    }

    /// <summary>A range begins with its first value and ends before its last.</summary>
    [Fact]
    public async Task Finds_dates_in_a_range()
    {
        const string Sentence = "The first value of a range counts, the end does not, and a row without the date lies in no range.";
        await ExpectSplitAsync<Order>(1, Paid(new DateOnly(2024, 3, 15), new DateOnly(2026, 1, 2)), Sentence);
        await ExpectSplitAsync<Order>(1, Paid(new DateOnly(2024, 3, 16), new DateOnly(2026, 1, 3)), Sentence);
        await ExpectSplitAsync<Order>(2, Paid(new DateOnly(2024, 3, 15), null), Sentence);
        await ExpectSplitAsync<Order>(0, Paid(new DateOnly(2026, 1, 3), null), Sentence);
    }

    /// <summary>A date that a map computes is found as one that is stored.</summary>
    [Fact]
    public async Task Finds_dates_that_are_computed()
    {
        const string Sentence = "A date can be a function of the row and of what is related to it; a row for which it gives nothing has no date.";
        var inTheLastNight = new RowCondition.Between(Time<Person>(DomainKeys.LastOrder), new DateTime(2025, 12, 31), new DateTime(2026, 1, 1));
        SkipUnlessAnswerable<Person>(new RowRequest { Where = inTheLastNight });
        await ExpectSplitAsync<Person>(1, inTheLastNight, Sentence);
        await ExpectSplitAsync<Person>(2, inTheLastNight with { From = new DateTime(1900, 1, 1), Until = null }, Sentence);
    }

    /// <summary>Rows are found by the values of their keys, also of those to which others refer.</summary>
    [Fact]
    public async Task Finds_rows_by_their_keys()
    {
        const string Sentence = "A row has one of several keys when every part of one of them is its own; none is the key of no row.";
        await ExpectSplitAsync<Order>(2, Keys<Order>([1], [3], [-1]), Sentence);
        await ExpectSplitAsync<OrderLine>(1, Keys<OrderLine>([1, 1], [1, 99]), Sentence);
        await ExpectSplitAsync<Person>(1, Keys<Person>(["ann"], ["ANN"]), Sentence);
        await ExpectSplitAsync<Order>(0, Keys<Order>(), Sentence);
        await ExpectSplitAsync<Order>(0, Keys<Order>([.. Enumerable.Range(1_000_000, 70_000).Select(id => (ValueList<object?>)[id])]), Sentence);
        await ExpectSplitAsync<OrderLine>(
            await CountAsync<OrderLine>(new RowCondition.HasRelated(Entity<Order>().Description.Name, [PropertyPath.Parse("Id")], [PropertyPath.Parse("OrderId")], Keys<Order>([1]))),
            Keys<OrderLine>([1, 1], [1, 2], [1, 3]),
            Sentence);

        RowCondition.HasKey Keys<T>(params ValueList<object?>[] keys) => new(Entity<T>().Description.Key, [.. keys]);
    }

    /// <summary>Rows are found by every way to a person, or by one.</summary>
    [Fact]
    public async Task Finds_the_rows_of_a_person()
    {
        const string Sentence = "A row belongs to a person when any of its ways leads to them, and only when one is named, when that one does.";
        await ExpectSplitAsync<Order>(2, new RowCondition.BelongsTo(Ann), Sentence);
        await ExpectSplitAsync<OrderLine>(3, new RowCondition.BelongsTo(Ann), Sentence);
        await ExpectSplitAsync<Household>(1, new RowCondition.BelongsTo(Bob), Sentence);
        await ExpectSplitAsync<Message>(2, new RowCondition.BelongsTo(Bob), Sentence);
        await ExpectSplitAsync<Message>(1, new RowCondition.BelongsTo(Bob, Owner<Message>("SenderCode")), Sentence);
        await ExpectSplitAsync<Message>(1, new RowCondition.BelongsTo(Ann, Owner<Message>("RecipientCode")), Sentence);
        await ExpectSplitAsync<Session>(1, new RowCondition.BelongsTo(SubjectId.Of(DomainKeys.Staff, 1, 2)), Sentence);
        await ExpectSplitAsync<Session>(0, new RowCondition.BelongsTo(SubjectId.Of(DomainKeys.People, 1, 2)), Sentence);
        await ExpectSplitAsync<Session>(0, new RowCondition.BelongsTo(SubjectId.Of(DomainKeys.People, 2, 1)), Sentence);

        const string Several = "Of several people those rows are found that each of them has, also where somebody's key differs by a letter only.";
        await ExpectOfEachAsync<Order>();
        await ExpectOfEachAsync<OrderLine>();
        await ExpectOfEachAsync<Message>();

        // By one way a row is of one person.
        async Task ExpectOfEachAsync<T>()
        {
            foreach (var owner in Entity<T>().Owners.Where(owner => owner.Kind == DomainKeys.People))
            {
                var (ann, bob) = (new RowCondition.BelongsTo(Ann, owner), new RowCondition.BelongsTo(Bob, owner));
                var other = new RowCondition.BelongsTo(SubjectId.Of(DomainKeys.People, "ANN"), owner);
                await ExpectSplitAsync<T>(await CountAsync<T>(ann) + await CountAsync<T>(bob) + await CountAsync<T>(other), RowCondition.Any(ann, bob, other), Several);
            }
        }
    }

    /// <summary>Rows that lead to somebody are told from those that lead nowhere.</summary>
    [Fact]
    public async Task Finds_rows_that_lead_to_somebody()
    {
        const string Sentence = "A way leads to somebody when the row at its end is such a person; a missing key leads nowhere.";
        await ExpectSplitAsync<Message>(3, new RowCondition.HasOwner(Owner<Message>("SenderCode")), Sentence);
        await ExpectSplitAsync<Message>(2, new RowCondition.HasOwner(Owner<Message>("RecipientCode")), Sentence);
        await ExpectSplitAsync<OrderLine>(4, new RowCondition.HasOwner(Entity<OrderLine>().Owners[0]), Sentence);
        foreach (var owner in Entity<Session>().Owners)
        {
            await ExpectSplitAsync<Session>(1, new RowCondition.HasOwner(owner), Sentence);
        }
    }

    /// <summary>Rows that hold something are told from those that do not.</summary>
    [Fact]
    public async Task Finds_rows_that_hold_a_value()
    {
        const string Sentence = "A row is met that holds a value in one of several properties, also in what it owns; a number that is zero is a value, a collection without items is none.";
        await ExpectSplitAsync<Person>(1, new RowCondition.Holds(Paths("Email")), Sentence);
        await ExpectSplitAsync<Person>(1, new RowCondition.Holds(Paths("Home.City")), Sentence);
        await ExpectSplitAsync<Person>(2, new RowCondition.Holds(Paths("HouseholdId")), Sentence);
        await ExpectSplitAsync<Person>(2, new RowCondition.Holds(Paths("Email", "HouseholdId")), Sentence);
        await ExpectSplitAsync<Person>(3, new RowCondition.Holds(Paths("Email", "LeftOn")), Sentence);
        await ExpectSplitAsync<Person>(3, new RowCondition.Holds(Paths("Name")), Sentence);
        await ExpectSplitAsync<Person>(0, new RowCondition.Holds([]), Sentence);
        await ExpectSplitAsync<Session>(3, new RowCondition.Holds(Paths("AccountNumber")), Sentence);
        await ExpectSplitAsync<AddressBook>(1, new RowCondition.Holds(Paths("Phones.Number")), Sentence);
    }

    /// <summary>Rows that hold something are told from those in which another value took its place.</summary>
    [Fact]
    public async Task Finds_rows_that_hold_what_was_not_replaced()
    {
        const string Sentence = "A row is met that holds another value than what takes its place, letter by letter; of a text that differs per row the length, the beginning and the end count.";
        await ExpectSplitAsync<Person>(2, Unreplaced("Name", new Replacement.Constant("Bob")), Sentence);
        await ExpectSplitAsync<Person>(0, Unreplaced("Email", new Replacement.Constant("ann@example.nl")), Sentence);
        await ExpectSplitAsync<Person>(1, Unreplaced("Email", new Replacement.PerRow("anon-")), Sentence);
        await ExpectSplitAsync<Person>(1, Unreplaced("Home.City", new Replacement.Constant("utrecht")), Sentence);
        await ExpectSplitAsync<Person>(0, Unreplaced("Home.Street", new Replacement.PerRow("D", "", 12)), Sentence);
        await ExpectSplitAsync<Person>(1, Unreplaced("Home.Street", new Replacement.PerRow("d", "", 12)), Sentence);
        await ExpectSplitAsync<Person>(0, Unreplaced("Email", new Replacement.PerRow("a", "l", 12)), Sentence);
        await ExpectSplitAsync<Person>(1, Unreplaced("Email", new Replacement.PerRow("a", "L", 12)), Sentence);
        await ExpectSplitAsync<Person>(1, Unreplaced("Score", new Replacement.Constant(7)), Sentence);
        await ExpectSplitAsync<Person>(2, Unreplaced("Score", new Replacement.Constant(7), "LeftOn"), Sentence);
        await ExpectSplitAsync<Order>(1, Unreplaced("IsOpen", new Replacement.Constant(false)), Sentence);
        await ExpectSplitAsync<Order>(2, Unreplaced("PlacedAt", new Replacement.Constant(new DateTime(2026, 1, 1))), Sentence);
        await ExpectSplitAsync<Account>(2, Unreplaced("Role", new Replacement.Constant(AccountRole.Unknown)), Sentence);

        static RowCondition.Holds Unreplaced(string property, Replacement by, params string[] fields) =>
            new(Paths(fields)) { Replacements = [new FieldReplacement(PropertyPath.Parse(property), by)] };
    }

    /// <summary>The function of a map is asked of every row.</summary>
    [Fact]
    public async Task Meets_what_the_function_of_a_map_says()
    {
        const string Sentence = "A row meets what the function of a map says of it; of what is unknown it says nothing, and that is not met.";
        var city = "Utrecht";
        await ExpectFunctionAsync(1, person => person.Score > 5, Sentence);
        await ExpectFunctionAsync(1, person => person.Home!.City == city, Sentence);
        await ExpectFunctionAsync(2, person => person.Email == null, Sentence);
        await ExpectFunctionAsync(1, person => person.IsHidden && person.Score == 3, Sentence);
        await ExpectFunctionAsync(1, person => person.Orders.Any(order => order.IsOpen), Sentence);
        await ExpectFunctionAsync(2, person => person.Orders.Any(), Sentence);
    }

    /// <summary>Rows of two entities are related by equal values, whichever of them refers to the other.</summary>
    [Fact]
    public async Task Relates_rows_in_either_direction()
    {
        const string Sentence = "A row is related to rows of another entity with the same values, in either direction and over several entities; what is empty equals nothing.";
        var left = new RowCondition.Between(Time<Person>(DomainKeys.Left), new DateOnly(2025, 1, 1), null);
        await ExpectSplitAsync<Person>(1, Related<Order>("PersonCode", "Code", Paid(new DateOnly(2026, 1, 1), null)), Sentence);
        await ExpectSplitAsync<Order>(1, Related<Person>("Code", "PersonCode", left), Sentence);
        await ExpectSplitAsync<Order>(2, Related<Person>("Code", "PersonCode", new RowCondition.Opposite(left)), Sentence);
        await ExpectSplitAsync<OrderLine>(1, Related<Order>("Id", "OrderId", Related<Person>("Code", "PersonCode", left)), Sentence);
        await ExpectSplitAsync<Household>(1, Related<Person>("HouseholdId", "Id", Related<Order>("PersonCode", "Code", RowCondition.Always)), Sentence);
        var sessions = new RowCondition.HasRelated(
            Entity<Session>().Description.Name, Paths("AccountBranch", "AccountNumber"), Paths("Branch", "Number"), new RowCondition.HasOwner(Entity<Session>().Owners[0]));
        await ExpectSplitAsync<Account>(1, sessions, Sentence);
        await ExpectSplitAsync<Session>(3, sessions with { Entity = Entity<Account>().Description.Name, There = sessions.Here, Here = sessions.There, That = RowCondition.Always }, Sentence);
        await ExpectSplitAsync<Message>(2, Related<Message>("RecipientCode", "RecipientCode", RowCondition.Always), Sentence);
        await ExpectSplitAsync<Message>(0, Related<Person>("Code", "SenderCode", RowCondition.Never), Sentence);
    }

    /// <summary>A related row is asked whose it is by the path that is named, and by no other.</summary>
    [Fact]
    public async Task Asks_whose_a_related_row_is()
    {
        const string Sentence = "Where another row must belong to a person, the path that is named says whose it is; where none is named, no row is meant.";
        var orders = Entity<Order>().Owners[0];
        await ExpectSplitAsync<Person>(1, Related<Order>("PersonCode", "Code", new RowCondition.BelongsTo(Ann, orders)), Sentence);
        await ExpectSplitAsync<OrderLine>(3, Related<Order>("Id", "OrderId", new RowCondition.BelongsTo(Ann, orders)), Sentence);
        await ExpectSplitAsync<OrderLine>(0, Related<Order>("Id", "OrderId", new RowCondition.BelongsTo(Mia, orders)), Sentence);
        await ExpectSplitAsync<OrderLine>(0, Related<Order>("Id", "OrderId", new RowCondition.BelongsTo(Ann)), Sentence);
        await ExpectSplitAsync<OrderLine>(3, RowCondition.All(
            Related<Order>("Id", "OrderId", RowCondition.Always), RowCondition.Not(Related<Order>("Id", "OrderId", new RowCondition.Opposite(new RowCondition.BelongsTo(Ann, orders))))), Sentence);
    }

    /// <summary>Rows of derived entities are related as rows of their base.</summary>
    [Fact]
    public async Task Relates_rows_of_derived_entities_too()
    {
        const string Sentence = "Where rows of another entity are meant, those of entities derived from it are meant as well.";
        _ = Entity<Member>();
        await ExpectSplitAsync<Household>(2, Related<Person>("HouseholdId", "Id", RowCondition.Always), Sentence);
        await ExpectSplitAsync<Household>(1, new RowCondition.BelongsTo(Mia), Sentence);
    }

    /// <summary>There are two answers: what is unknown is not met, and its opposite is.</summary>
    [Fact]
    public async Task Negates_what_is_unknown()
    {
        const string Sentence = "What is unknown of a row meets nothing, and what negates it is met, however deep it lies.";
        var paid = Paid(new DateOnly(2000, 1, 1), null);
        var open = new RowCondition.Meets((Expression<Func<Order, bool>>)(order => order.IsOpen));
        await ExpectAsync<Order>(1, new RowCondition.Opposite(paid), Sentence);
        await ExpectAsync<Order>(2, new RowCondition.Opposite(new RowCondition.Opposite(paid)), Sentence);
        await ExpectAsync<Order>(1, new RowCondition.Opposite(new RowCondition.AllOf([paid, RowCondition.Always])), Sentence);
        await ExpectAsync<Order>(1, new RowCondition.Opposite(new RowCondition.AnyOf([paid, RowCondition.Never])), Sentence);
        await ExpectAsync<Order>(3, new RowCondition.AnyOf([new RowCondition.Opposite(paid), paid]), Sentence);
        await ExpectAsync<Order>(0, new RowCondition.AllOf([new RowCondition.Opposite(paid), new RowCondition.Opposite(open)]), Sentence);
        await ExpectAsync<Person>(1, new RowCondition.Opposite(Related<Order>("PersonCode", "Code", new RowCondition.Opposite(RowCondition.Never))), Sentence);
        await ExpectAsync<Person>(1, Related<Order>("PersonCode", "Code", new RowCondition.Opposite(paid)), Sentence);
        await ExpectAsync<Message>(2, new RowCondition.Opposite(new RowCondition.BelongsTo(Ann)), Sentence);
    }

    /// <summary>Conditions are joined as they come, none or many of them, and as deep as they lie.</summary>
    [Fact]
    public async Task Joins_any_number_of_conditions()
    {
        const string Sentence = "Every one of none is met, one of none is not, and there is no largest number of conditions.";
        await ExpectSplitAsync<Order>(3, new RowCondition.AllOf([]), Sentence);
        await ExpectSplitAsync<Order>(0, new RowCondition.AnyOf([]), Sentence);
        var days = Enumerable.Range(0, 60).Select(day => new DateOnly(2025, 12, 1).AddDays(day)).ToList();
        await ExpectSplitAsync<Order>(1, new RowCondition.AnyOf([.. days.Select(day => Paid(day, day.AddDays(1)))]), Sentence);
        await ExpectSplitAsync<Order>(0, new RowCondition.AllOf([.. days.Select(day => Paid(day, day.AddDays(1)))]), Sentence);
        var deep = days.Aggregate<DateOnly, RowCondition>(
            Paid(new DateOnly(2026, 1, 2), null), (inner, day) => new RowCondition.Opposite(new RowCondition.AllOf([new RowCondition.BelongsTo(Bob), inner])));
        await ExpectSplitAsync<Order>(1, new RowCondition.AllOf([new RowCondition.BelongsTo(Bob), deep]), Sentence);
    }

    private RowCondition.Between Paid(DateOnly from, DateOnly? until) => new(Time<Order>(DomainKeys.Paid), from, until);

    private RowCondition.HasRelated Related<TOther>(string there, string here, RowCondition that) =>
        new(Entity<TOther>().Description.Name, Paths(there), Paths(here), that);

    private static ValueList<PropertyPath> Paths(params string[] paths) => paths.Select(PropertyPath.Parse).ToValueList();

    private async Task ExpectFunctionAsync(long promised, Expression<Func<Person, bool>> function, string sentence)
    {
        var meets = new RowCondition.Meets(function);
        SkipUnlessAnswerable<Person>(new RowRequest { Where = meets });
        await ExpectSplitAsync<Person>(promised, meets, sentence, nameof(Meets_what_the_function_of_a_map_says));
    }

    /// <summary>Expects a number of rows that meet a condition, and all others to meet its opposite.</summary>
    private async Task ExpectSplitAsync<T>(long promised, RowCondition condition, string sentence, [System.Runtime.CompilerServices.CallerMemberName] string name = "")
    {
        var all = await CountAsync<T>(RowCondition.Always);
        await ExpectAsync<T>(promised, condition, sentence, name);
        await ExpectAsync<T>(all - promised, new RowCondition.Opposite(condition), sentence, name);
    }
}
