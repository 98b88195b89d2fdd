using GdprKit.Mapping;
using Xunit;

namespace GdprKit.Conformance;

/// <summary>What a store does when the database is down.</summary>
/// <typeparam name="TFixture">The fixture of the adapter.</typeparam>
public abstract class StoreWithoutDataSuite<TFixture> : PersonalDataStoreSuite<TFixture>
    where TFixture : PersonalDataStoreFixture
{
    private const string Canary = "canary-61f0";

    /// <summary>Tests the store of a fixture.</summary>
    /// <param name="fixture">The fixture.</param>
    protected StoreWithoutDataSuite(TFixture fixture)
        : base(fixture)
    {
    }

    private protected override ValueTask PrepareAsync() => Fixture.TakeAwayOnceAsync();

    /// <summary>A wrong map stops the start also while the database is down.</summary>
    [Fact]
    public void Describes_without_asking_the_database() => Promise.Holds(
        Store.Describe(Token) == Map.Description,
        "A description says what the program knows, and asks no database.",
        "Describe(), after the data were taken away",
        "the description that came before",
        "another one");

    /// <summary>Questions are judged at start, also while the database is down.</summary>
    [Fact]
    public void Judges_questions_without_asking_the_database()
    {
        var request = new RowRequest { Where = new RowCondition.BelongsTo(SmallWorld.Ann), Times = [Time<Order>(DomainKeys.Paid)] };
        Promise.IsEqual(
            "it can answer",
            Store.WhyUnanswerable(Entity<Order>(), request) ?? "it can answer",
            "Whether a question can be answered is said without asking the database.",
            "WhyUnanswerable of the orders of a person with the days on which they were paid, after the data were taken away");
    }

    /// <summary>What cannot be asked is an error, never nothing; and an error is read by people who may not know whom it is about.</summary>
    [Fact]
    public async Task Keeps_people_out_of_errors()
    {
        var canary = SubjectId.Of(DomainKeys.People, Canary);
        (string Asked, Func<ValueTask> Ask)[] questions =
        [
            ("CountAsync", async () => await Store.CountAsync(Entity<Order>(), new RowCondition.BelongsTo(canary), [], Token)),
            ("ReadAsync", async () => await FirstAsync(Store.ReadAsync(Entity<Order>(), new RowRequest { Where = new RowCondition.BelongsTo(canary) }, Token))),
            ("ExportAsync", async () => await FirstAsync(Store.ExportAsync(Entity<Order>(), canary, Token))),
        ];
        foreach (var (asked, ask) in questions)
        {
            var exception = await Promise.ThrowsAsync<Exception>(
                ask, "An error of the database is thrown as it is, and never taken for an answer.", $"{asked}, after the data were taken away");
            Promise.Holds(
                !exception.ToString().Contains(Canary, StringComparison.OrdinalIgnoreCase),
                "An error holds no value of a row and no key of a person.",
                $"{asked} for {ConditionWords.Of(canary)}, after the data were taken away",
                "an error without the key",
                $"the key is in it: {exception.GetType().Name}: {exception.Message}");
        }
    }

    private static async Task FirstAsync<T>(IAsyncEnumerable<T> rows)
    {
        await foreach (var _ in rows)
        {
            return;
        }
    }
}
