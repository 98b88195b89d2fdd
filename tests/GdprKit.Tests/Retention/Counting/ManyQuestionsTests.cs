using System.Globalization;
using GdprKit.Mapping;
using NodaTime;
using static GdprKit.Retention.PlanRegister;

namespace GdprKit.Retention;

/// <summary>A register with more activities than a store counts conditions at once.</summary>
public sealed class ManyQuestionsTests : CountingTest
{
    private const int Activities = IPersonalDataStore.MostConditions + 100;

    [Fact]
    public async Task They_are_asked_in_parts_and_answered_together()
    {
        var register = RegisterOf(Enumerable.Range(1, Activities).Select(months => Activity(
            $"activity-{months}",
            Rule($"rule-{months}", new RetentionTerm.After { Events = [Seen], Anchor = RetentionAnchor.Exact, Period = Period.FromMonths(months) }))));
        var sketch = new StoreSketch().Entity<Client>();
        var store = new StrictStore(sketch.Description, [new Client { Id = 1, SeenOn = MonthsAgo(99) }, new Client { Id = 2, SeenOn = MonthsAgo(599) }]);
        var people = Map<Client>(data => data.IsSubject(Customers, c => c.Id).Field(Name, c => c.Name).Event(Seen, c => c.SeenOn));

        var needs = Only<Client>(await Retention(register, [store], [people]).PreviewAsync(Token)).Activities;

        // On the last day of its period a row is needed still.
        needs.Should().HaveCount(Activities);
        needs.Should().OnlyContain(need => need.Rows == (MonthsOf(need) >= 599 ? 2 : MonthsOf(need) >= 99 ? 1 : 0));
        store.MostAsked.Should().Be(IPersonalDataStore.MostConditions);
    }

    private static DateOnly MonthsAgo(int months) => Today.PlusMonths(-months).ToDateOnly();

    private static int MonthsOf(ActivityNeed need) => int.Parse(need.Activity.ToString()["activity-".Length..], CultureInfo.InvariantCulture);

    /// <summary>A store that counts as many conditions at once as it must, and notes how many it was asked.</summary>
    private sealed class StrictStore(StoreDescription description, IReadOnlyList<object> rows) : IPersonalDataStore
    {
        private readonly SketchStore _rows = new(description, () => rows);

        public int MostAsked { get; private set; }

        public StoreDescription Describe(CancellationToken cancellationToken) => _rows.Describe(cancellationToken);

        public string? WhyUnanswerable(StoreEntity entity, RowRequest request) => _rows.WhyUnanswerable(entity, request);

        public ValueTask<ValueList<long>> CountAsync(StoreEntity entity, RowCondition where, ValueList<RowCondition> each, CancellationToken cancellationToken)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(each.Count, IPersonalDataStore.MostConditions);
            MostAsked = Math.Max(MostAsked, each.Count);
            return _rows.CountAsync(entity, where, each, cancellationToken);
        }

        public IAsyncEnumerable<RowFacts> ReadAsync(StoreEntity entity, RowRequest request, CancellationToken cancellationToken) => _rows.ReadAsync(entity, request, cancellationToken);

        public IAsyncEnumerable<StoredRecord> ExportAsync(StoreEntity entity, SubjectId subject, CancellationToken cancellationToken) => _rows.ExportAsync(entity, subject, cancellationToken);
    }
}
