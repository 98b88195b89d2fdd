using GdprKit.Mapping;
using Xunit;

namespace GdprKit.Conformance;

/// <summary>A store that several callers ask at once, while the application goes on.</summary>
/// <typeparam name="TFixture">The fixture of the adapter.</typeparam>
public abstract class StoreConcurrencySuite<TFixture> : PersonalDataStoreSuite<TFixture>
    where TFixture : PersonalDataStoreFixture
{
    private const int Portions = 60;

    private const int Callers = 8;

    private int _added;

    /// <summary>Tests the store of a fixture.</summary>
    /// <param name="fixture">The fixture.</param>
    protected StoreConcurrencySuite(TFixture fixture)
        : base(fixture)
    {
    }

    private protected override IEnumerable<object> Rows() => [.. BigWorld.FewRows(), .. Enumerable.Range(1, 200).Select(BigWorld.Visit)];

    /// <summary>All numbers of one answer are about the same rows.</summary>
    [Fact]
    public async Task Counts_everything_at_one_moment()
    {
        var late = new RowCondition.Between(Time<Visit>(DomainKeys.Visited), new DateOnly(2020, 4, 1), null);
        var writing = ElsewhereAsync(AddAsync);
        do
        {
            var counts = await Store.CountAsync(Entity<Visit>(), RowCondition.Always, [late, new RowCondition.Opposite(late), RowCondition.Always], Token);
            Promise.Holds(
                counts[1] + counts[2] == counts[0] && counts[3] == counts[0],
                "The numbers of one answer are from one look at the data.",
                $"CountAsync of Visit, each of a condition, its opposite, and every row, while rows are added",
                $"two numbers that add up to the first one, which is the last one",
                string.Join(", ", counts));
        }
        while (!writing.IsCompleted);

        await writing;
    }

    /// <summary>A store is one object for the whole host.</summary>
    [Fact]
    public async Task Answers_several_callers_at_once()
    {
        var mine = new RowCondition.BelongsTo(SubjectId.Of(DomainKeys.People, "ann"));
        var nobodys = new RowCondition.BelongsTo(SubjectId.Of(DomainKeys.People, "nobody"));
        var answers = await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => ElsewhereAsync(async () =>
        {
            var numbers = new List<string>();
            for (var i = 0; i < 10; i++)
            {
                var counts = await Store.CountAsync(Entity<Person>(), RowCondition.Always, [caller % 2 == 0 ? mine : nobodys], Token);
                var records = (await ExportAsync<Person>((caller % 2 == 0 ? mine : nobodys).Subject)).Count;
                numbers.Add($"{counts[0]}, {counts[1]}, {records}");
            }

            return string.Join("; ", numbers.Distinct());
        })));
        Promise.IsEqual(
            string.Join(" | ", Enumerable.Range(0, Callers).Select(caller => caller % 2 == 0 ? "2, 1, 1" : "2, 0, 0")),
            string.Join(" | ", answers),
            "A store is safe for use by several threads, and gives each its own answer.",
            $"CountAsync and ExportAsync of Person by {Callers} callers at once, every other one about nobody");
    }

    private async Task<int> AddAsync()
    {
        for (var i = 0; i < Portions; i++)
        {
            var first = 1_000 + Interlocked.Add(ref _added, 10);
            await Fixture.PutAsync(Enumerable.Range(first, 10).Select(BigWorld.Visit), Token);
        }

        return Portions;
    }

    /// <summary>Begins on another thread, also what never waits.</summary>
    private static async Task<T> ElsewhereAsync<T>(Func<Task<T>> work)
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        return await work();
    }
}
