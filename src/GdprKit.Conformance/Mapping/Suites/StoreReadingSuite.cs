using GdprKit.Mapping;
using Xunit;
using static GdprKit.Conformance.SmallWorld;

namespace GdprKit.Conformance;

/// <summary>What is said of rows one by one.</summary>
/// <typeparam name="TFixture">The fixture of the adapter.</typeparam>
public abstract class StoreReadingSuite<TFixture> : PersonalDataStoreSuite<TFixture>
    where TFixture : PersonalDataStoreFixture
{
    /// <summary>Tests the store of a fixture.</summary>
    /// <param name="fixture">The fixture.</param>
    protected StoreReadingSuite(TFixture fixture)
        : base(fixture)
    {
    }

    /// <summary>Every row comes once, with its key as the application sees it.</summary>
    [Fact]
    public async Task Reads_every_row_once()
    {
        await ExpectKeysAsync<Order>("1 Int32", "2 Int32", "3 Int32");
        await ExpectKeysAsync<OrderLine>("1 Int32, 1 Int32", "1 Int32, 2 Int32", "2 Int32, 1 Int32", "3 Int32, 1 Int32");
        await ExpectKeysAsync<Person>("'ann' String", "'bob' String", "'José' String");
        await ExpectKeysAsync<Account>("1 Int32, 1 Int64", "1 Int32, 2 Int64", "2 Int32, 1 Int64");
        await ExpectKeysAsync<Message>([.. Enumerable.Range(1, 4).Select(number => $"{new Guid(number, 0, 0, new byte[8])} Guid")]);
    }

    /// <summary>What is said of a row one by one is what is counted of it.</summary>
    [Fact]
    public async Task Reads_of_every_row_what_it_counts()
    {
        var paid = new RowCondition.Between(Time<Order>(DomainKeys.Paid), new DateOnly(2024, 1, 1), new DateOnly(2025, 1, 1));
        await ExpectSameAsync<Order>(RowCondition.Always, paid, new RowCondition.Opposite(paid), new RowCondition.BelongsTo(Ann));
        await ExpectSameAsync<Order>(new RowCondition.Opposite(paid), new RowCondition.BelongsTo(Ann), new RowCondition.BelongsTo(Bob));
        await ExpectSameAsync<Message>(
            new RowCondition.BelongsTo(Bob),
            [.. Entity<Message>().Owners.SelectMany(owner => new RowCondition[] { new RowCondition.HasOwner(owner), new RowCondition.BelongsTo(Ann, owner) })]);
        await ExpectSameAsync<OrderLine>(new RowCondition.HasOwner(Entity<OrderLine>().Owners[0]), new RowCondition.BelongsTo(Ann), RowCondition.Never);
    }

    /// <summary>Dates come in the order in which they were asked for.</summary>
    [Fact]
    public async Task Reads_the_dates_that_were_asked_for()
    {
        var request = new RowRequest { Times = [Time<Order>(DomainKeys.Paid), Time<Order>(DomainKeys.Placed), Time<Order>(DomainKeys.Paid)] };
        Promise.AreEqual(
            [
                "1: 2024-03-15, 2024-03-01T10:00:00.0000000, 2024-03-15",
                "2: nothing, 2025-12-31T23:30:00.0000000, nothing",
                "3: 2026-01-02, 2026-01-01T00:00:00.0000000, 2026-01-02",
            ],
            (await ReadAsync<Order>(request)).Select(facts => $"{facts.Key[0]}: {string.Join(", ", facts.Times.Select(ConditionWords.Of))}"),
            "The dates of a row come in the order in which they were asked for, each of its type; a row without one has nothing there.",
            "ReadAsync of Order with PaidOn, PlacedAt and PaidOn");
    }

    /// <summary>A date that a map computes is read as one that is stored.</summary>
    [Fact]
    public async Task Reads_dates_that_are_computed()
    {
        var request = new RowRequest { Times = [Time<Person>(DomainKeys.LastOrder)] };
        SkipUnlessAnswerable<Person>(request);
        Promise.AreEqual(
            ["ann: 2025-12-31T23:30:00.0000000", "bob: 2026-01-01T00:00:00.0000000", "José: nothing"],
            (await ReadAsync<Person>(request)).Select(facts => $"{facts.Key[0]}: {ConditionWords.Of(facts.Times[0])}"),
            "A date can be a function of the row and of what is related to it; a row for which it gives nothing has no date.",
            "ReadAsync of Person with the last PlacedAt of its orders");
    }

    /// <summary>No more rows come than are enough, and all of them meet what was asked.</summary>
    /// <param name="limit">How many are enough.</param>
    /// <param name="promised">How many come.</param>
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(3, 3)]
    [InlineData(100, 3)]
    public async Task Stops_at_the_limit(int limit, int promised)
    {
        var anns = new RowCondition.BelongsTo(Ann);
        var lines = await ReadAsync<OrderLine>(new RowRequest { Where = anns, Conditions = [anns], Limit = limit });
        Promise.IsEqual(
            $"{promised} rows, {promised} of ann",
            $"{lines.Count} rows, {lines.Count(line => line.Conditions[0])} of ann",
            "No more rows come than are enough, and which ones is left to the store.",
            $"ReadAsync of OrderLine where {ConditionWords.Of(anns)}, at most {limit}");
    }

    private async Task ExpectKeysAsync<T>(params string[] promised)
    {
        var facts = await ReadAsync<T>(new RowRequest());
        Promise.AreEqual(
            promised,
            facts.Select(row => string.Join(", ", row.Key.Select(part => $"{ConditionWords.Of(part)} {part?.GetType().Name}"))),
            "Every row comes once, with the values of its key, in order and as the application sees them.",
            $"ReadAsync of {typeof(T).Name}: the keys",
            nameof(Reads_every_row_once));
        Promise.IsEqual(
            Entity<T>().Description.Name,
            string.Join(", ", facts.Select(row => row.Entity).Distinct()),
            "Every row says the name of its entity.",
            $"ReadAsync of {typeof(T).Name}: the names",
            nameof(Reads_every_row_once));
    }

    private async Task ExpectSameAsync<T>(RowCondition where, params RowCondition[] conditions)
    {
        var counted = await Store.CountAsync(Entity<T>(), where, conditions.ToValueList(), Token);
        var read = await ReadAsync<T>(new RowRequest { Where = where, Conditions = conditions.ToValueList() });
        Promise.IsEqual(
            string.Join(", ", counted),
            string.Join(", ", [read.Count, .. conditions.Select((_, i) => read.Count(row => row.Conditions[i]))]),
            "What is said of a row one by one is what is counted of it.",
            $"CountAsync and then ReadAsync of {typeof(T).Name} where {ConditionWords.Of(where)}, each of {string.Join("; ", conditions.Select(ConditionWords.Of))}",
            nameof(Reads_of_every_row_what_it_counts));
    }
}
