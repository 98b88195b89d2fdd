using GdprKit.Mapping;
using NodaTime;
using Xunit;
using Xunit.Sdk;

namespace GdprKit.Conformance;

/// <summary>Advice about indexes, for an adapter that is an <see cref="IIndexAdvisor"/> too.</summary>
/// <typeparam name="TFixture">The fixture of the adapter.</typeparam>
public abstract class StoreIndexSuite<TFixture> : PersonalDataStoreSuite<TFixture>
    where TFixture : IndexedStoreFixture
{
    private const int Many = 20_000;

    private static readonly LocalDate First = new(1900, 1, 1);

    private static readonly LocalDate Cutoff = new(2015, 1, 1);

    /// <summary>Tests the store of a fixture.</summary>
    /// <param name="fixture">The fixture.</param>
    protected StoreIndexSuite(TFixture fixture)
        : base(fixture)
    {
    }

    private IIndexAdvisor Advisor => Store as IIndexAdvisor
        ?? throw new InvalidOperationException($"The store of an {nameof(IndexedStoreFixture)} is an {nameof(IIndexAdvisor)}.");

    private protected override IEnumerable<object> Rows() =>
    [
        .. SmallWorld.Rows(),
        .. Enumerable.Range(1_000, Many).Select(id => new Visit { Id = id, PersonCode = "ann", VisitedOn = DayOf(id), Remark = "a visit" }),
        .. Enumerable.Range(1_000, Many).Select(id => new Appointment { Id = id, PersonCode = "ann", Day = DayOf(id) }),
    ];

    /// <summary>Who follows the advice has what was advised, and is not advised again.</summary>
    [Fact]
    public async Task An_index_is_advised_until_it_is_there()
    {
        const string Sentence = "An index is advised while it is missing; its statement makes it, and then it is advised no more.";
        var request = Due<Visit>(DomainKeys.Visited);
        var missing = await FindAsync<Visit>(request);
        Promise.Holds(missing.Count > 0, Sentence, "FindMissingIndexesAsync of the visits before a day, of which there are 20,000 and no index on the day", "an index", "none");
        foreach (var index in missing)
        {
            await Fixture.ExecuteAsync(index.Statement, Token);
            var there = await Fixture.ListIndexesAsync(Token);
            Promise.Holds(there.Any(each => each.Table == index.Table && each.Columns == index.Columns), Sentence, $"the indexes of the database after {index.Statement}", $"{index}", Listed(there));
        }

        Promise.AreEqual([], (await FindAsync<Visit>(request)).Select(index => $"{index}"), Sentence, "FindMissingIndexesAsync after every statement was run");
    }

    /// <summary>What serves the same searches is enough.</summary>
    [Fact]
    public async Task An_index_that_begins_with_the_same_columns_will_do()
    {
        const string Sentence = "No index is advised where the database has one that begins with the same columns, whatever its name.";
        var request = Due<Appointment>(DomainKeys.Day);
        var missing = await FindAsync<Appointment>(request);
        Promise.Holds(missing.Count > 0, Sentence, "FindMissingIndexesAsync of the appointments before a day, of which there are 20,000 and no index on the day", "an index", "none");
        foreach (var index in missing)
        {
            await Fixture.CreateIndexAsync(new StoredIndex(index.Table, [.. index.Columns, .. KeyOf(index)]), Token);
        }

        Promise.AreEqual([], (await FindAsync<Appointment>(request)).Select(index => $"{index}"), Sentence, "FindMissingIndexesAsync after wider indexes of other names were made");

        ValueList<string> KeyOf(MissingIndex index) => index.Columns.Contains(nameof(Appointment.Id)) ? [] : [nameof(Appointment.Id)];
    }

    /// <summary>An index has its price.</summary>
    [Fact]
    public async Task Advises_no_index_for_a_small_table()
    {
        const string Sentence = "No index is advised for a table so small that it is read at once.";
        Promise.AreEqual([], (await FindAsync<Order>(Due<Order>(DomainKeys.Paid))).Select(index => $"{index}"), Sentence, "FindMissingIndexesAsync of the few orders that were paid before a day");
    }

    /// <summary>Advice is no deed.</summary>
    [Fact]
    public async Task Advising_changes_nothing()
    {
        const string Sentence = "Advice changes nothing in the database.";
        var before = await Fixture.ListIndexesAsync(Token);
        await FindAsync<Visit>(Due<Visit>(DomainKeys.Visited));

        Promise.AreEqual(before.Select(index => $"{index}"), (await Fixture.ListIndexesAsync(Token)).Select(index => $"{index}"), Sentence, "the indexes of the database before and after FindMissingIndexesAsync");
    }

    /// <summary>What was never described is never judged.</summary>
    [Fact]
    public async Task Refuses_to_advise_on_another_store() => await Promise.ThrowsAsync<InvalidOperationException>(
        async () => await Advisor.FindMissingIndexesAsync(Entity<Visit>() with { Description = Entity<Visit>().Description with { Name = "Strange" } }, [Due<Visit>(DomainKeys.Visited)], Token),
        "An entity that was resolved against another description is refused.",
        "FindMissingIndexesAsync of an entity that is called 'Strange'");

    /// <summary>Nobody waits for advice.</summary>
    [Fact]
    public async Task Stops_advising_when_cancelled()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Promise.ThrowsAsync<OperationCanceledException>(
            async () => await Advisor.FindMissingIndexesAsync(Entity<Visit>(), [Due<Visit>(DomainKeys.Visited)], cancelled.Token),
            "Advice stops when it is cancelled.",
            "FindMissingIndexesAsync with a token that is cancelled");
    }

    private static DateOnly DayOf(int id) => new DateOnly(2020, 1, 1).AddDays(id % 2000);

    private static string Listed(IEnumerable<StoredIndex> indexes) => string.Join(" · ", indexes);

    private RowRequest Due<T>(Key<RetentionEvent> happened)
    {
        var time = Time<T>(happened);
        return new RowRequest { Where = new RowCondition.Between(time, time.StartOf(First, DatedWorld.Zone), time.StartOf(Cutoff, DatedWorld.Zone)) };
    }

    private async Task<ValueList<MissingIndex>> FindAsync<T>(RowRequest request) =>
        await Advisor.FindMissingIndexesAsync(Entity<T>(), [request], Token)
        ?? throw SkipException.ForSkip("Nobody can look at the indexes of this database.");
}
