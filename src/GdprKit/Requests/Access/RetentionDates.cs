using NodaTime;

namespace GdprKit.Requests;

/// <summary>From when the data of a person go, by kind of row and category: the first and the last day of all rows, where it is known.</summary>
internal sealed class RetentionDates
{
    private readonly SortedDictionary<(string Store, string Entity, Key<DataCategory> Category), Days> _days = new(Comparer<(string Store, string Entity, Key<DataCategory> Category)>.Create(Compare));

    public bool IsEmpty => _days.Count == 0;

    public IEnumerable<(string Store, string Entity, Key<DataCategory> Category, LocalDate? First, LocalDate? Last)> All =>
        _days.Select(each => (each.Key.Store, each.Key.Entity, each.Key.Category, each.Value.First, each.Value.IsUnknown ? null : each.Value.Last));

    public async ValueTask ReadAsync(DataRetention retention, SubjectId person, CancellationToken cancellationToken)
    {
        await foreach (var row in retention.ExplainAsync(person, cancellationToken).ConfigureAwait(false))
        {
            foreach (var field in row.Fields)
            {
                var key = (row.Store, row.Entity, field.Category);
                _days[key] = _days.GetValueOrDefault(key).With(field.Retention.FirstDeletable);
            }
        }
    }

    private static int Compare((string Store, string Entity, Key<DataCategory> Category) left, (string Store, string Entity, Key<DataCategory> Category) right) =>
        string.CompareOrdinal(left.Store, right.Store) is not 0 and var store ? store
        : string.CompareOrdinal(left.Entity, right.Entity) is not 0 and var entity ? entity
        : left.Category.CompareTo(right.Category);

    // Of a row of which nobody knows the day, the last one is unknown too.
    private readonly record struct Days(LocalDate? First, LocalDate? Last, bool IsUnknown)
    {
        public Days With(LocalDate? day) => day is not { } known ? this with { IsUnknown = true } : this with
        {
            First = First is { } first ? LocalDate.Min(first, known) : known,
            Last = Last is { } last ? LocalDate.Max(last, known) : known,
        };
    }
}
