using GdprKit.Mapping;
using Xunit;
using static GdprKit.Conformance.SmallWorld;

namespace GdprKit.Conformance;

/// <summary>Which rows count, and how often.</summary>
/// <typeparam name="TFixture">The fixture of the adapter.</typeparam>
public abstract class StoreCountingSuite<TFixture> : PersonalDataStoreSuite<TFixture>
    where TFixture : PersonalDataStoreFixture
{
    /// <summary>Tests the store of a fixture.</summary>
    /// <param name="fixture">The fixture.</param>
    protected StoreCountingSuite(TFixture fixture)
        : base(fixture)
    {
    }

    /// <summary>A row that leads to a person in two ways counts once.</summary>
    [Fact]
    public async Task Counts_a_row_once()
    {
        const string Sentence = "A row that leads to a person in two ways, or to several rows of theirs, counts once.";
        await ExpectAsync<Message>(2, new RowCondition.BelongsTo(Ann), Sentence);
        var withOrders = new RowCondition.HasRelated(Entity<Order>().Description.Name, [PropertyPath.Parse("PersonCode")], [PropertyPath.Parse("Code")], RowCondition.Always);
        await ExpectAsync<Household>(
            1, new RowCondition.HasRelated(Entity<Person>().Description.Name, [PropertyPath.Parse("HouseholdId")], [PropertyPath.Parse("Id")], withOrders), Sentence);
    }

    /// <summary>Nobody's rows are none, whatever text stands where a key would.</summary>
    [Fact]
    public async Task Counts_nothing_of_an_unknown_person()
    {
        const string Sentence = "Nobody's rows are none, and no fault.";
        SubjectId[] nobody =
        [
            SubjectId.Of(DomainKeys.People, "nobody"), SubjectId.Of(DomainKeys.Staff, "ann"), SubjectId.Of(DomainKeys.People, "ann", "ann"),
            SubjectId.Of(DomainKeys.People, "' OR 'a' = 'a"), SubjectId.Of(DomainKeys.People, "%"), SubjectId.Of(DomainKeys.People, new string('a', 5000)),
        ];
        foreach (var subject in nobody)
        {
            await ExpectAsync<Person>(0, new RowCondition.BelongsTo(subject), Sentence);
            await ExpectAsync<OrderLine>(0, new RowCondition.BelongsTo(subject), Sentence);
            await ExpectExportAsync<Person>([], subject, Sentence);
        }

        await ExpectAsync<Account>(1, new RowCondition.BelongsTo(SubjectId.Of(DomainKeys.People, 1, 1)), Sentence);
        foreach (var text in new[] { "one", "01", "+1", "1.0", " 1", "1 ", "1e0", "0x1", "-1", "9223372036854775808" })
        {
            await ExpectAsync<Account>(0, new RowCondition.BelongsTo(SubjectId.Of(DomainKeys.People, text, 1)), Sentence);
            await ExpectAsync<Session>(0, new RowCondition.BelongsTo(SubjectId.Of(DomainKeys.People, 1, text)), Sentence);
        }
    }

    /// <summary>Each of several conditions is counted among the rows that meet the first, for itself.</summary>
    [Fact]
    public async Task Counts_each_condition_for_itself()
    {
        var paid = new RowCondition.Between(Time<Order>(DomainKeys.Paid), new DateOnly(2000, 1, 1), null);
        var anns = new RowCondition.BelongsTo(Ann);
        RowCondition[] each = [paid, new RowCondition.Opposite(paid), RowCondition.Always, RowCondition.Never, anns];
        long[] promised = [1, 1, 2, 0, 2];

        // Many periods are counted at once, one for every year and rule.
        RowCondition[] many = [.. Enumerable.Repeat(each, IPersonalDataStore.MostConditions / each.Length).SelectMany(conditions => conditions)];
        var counts = await Store.CountAsync(Entity<Order>(), anns, many.ToValueList(), Token);

        Promise.IsEqual(
            string.Join(", ", [2, .. Enumerable.Repeat(promised, many.Length / each.Length).SelectMany(numbers => numbers)]),
            string.Join(", ", counts),
            "After the number of rows comes one number for each condition, in order, whatever their number.",
            $"CountAsync of Order where {ConditionWords.Of(anns)}, each of {many.Length} conditions, again and again: {string.Join("; ", each.Select(ConditionWords.Of))}");
    }

    /// <summary>A row of a derived entity counts there, and not for its base.</summary>
    [Fact]
    public async Task Counts_a_row_of_a_derived_entity_there()
    {
        const string Sentence = "Rows of entities derived from the entity do not count.";
        await ExpectAsync<Member>(1, RowCondition.Always, Sentence);
        await ExpectAsync<Member>(1, new RowCondition.BelongsTo(Mia), Sentence);
        await ExpectAsync<Person>(3, RowCondition.Always, Sentence);
        await ExpectAsync<Person>(0, new RowCondition.BelongsTo(Mia), Sentence);
    }

    /// <summary>Soft-deleted rows and rows of every tenant are personal data too.</summary>
    [Fact]
    public async Task Sees_rows_that_the_application_hides()
    {
        const string Sentence = "Rows that the application hides from itself count, are read and are exported, also on the way to a person.";
        var bobs = new RowCondition.BelongsTo(Bob);
        var paid = new RowCondition.Between(Time<Order>(DomainKeys.Paid), new DateOnly(2026, 1, 1), null);
        await ExpectAsync<Person>(1, bobs, Sentence);
        await ExpectAsync<Order>(1, bobs, Sentence);
        await ExpectAsync<OrderLine>(1, bobs, Sentence);
        await ExpectAsync<Person>(1, new RowCondition.HasRelated(Entity<Order>().Description.Name, [PropertyPath.Parse("PersonCode")], [PropertyPath.Parse("Code")], paid), Sentence);
        Promise.IsEqual(1, (await ReadAsync<Order>(new RowRequest { Where = bobs })).Count, Sentence, $"ReadAsync of Order where {ConditionWords.Of(bobs)}");
        await ExpectExportAsync<OrderLine>(["Text='milk'"], Bob, Sentence);
    }

    /// <summary>A key is compared letter by letter, whatever the collation of the database.</summary>
    [Fact]
    public async Task Compares_keys_ordinally()
    {
        const string Sentence = "Keys are equal when every letter is: not in another case, with another accent, or with a blank more.";
        await ExpectAsync<Person>(1, new RowCondition.BelongsTo(Jose), Sentence);
        foreach (var other in new[] { "Ann", "ANN", "ann ", " ann", "ánn", "ａｎｎ", "José ", "Jose", "josé", "JOSÉ", "Jose\u0301" })
        {
            var subject = SubjectId.Of(DomainKeys.People, other);
            await ExpectAsync<Person>(0, new RowCondition.BelongsTo(subject), Sentence);
            await ExpectAsync<Order>(0, new RowCondition.BelongsTo(subject), Sentence);
            await ExpectAsync<Message>(0, new RowCondition.BelongsTo(subject), Sentence);
            await ExpectExportAsync<Message>([], subject, Sentence);
        }
    }
}
