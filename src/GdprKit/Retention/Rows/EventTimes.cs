using GdprKit.Mapping;
using NodaTime;

namespace GdprKit.Retention;

/// <summary>Where the rows of an entity say when events happened, as far as fields of a group are concerned.</summary>
internal sealed class EventTimes
{
    private readonly List<StoreEvent> _times;

    public EventTimes(StoreEntity entity, FieldGroup group)
    {
        var asked = group.Events;
        _times = entity.Events.Where(happened => asked.Contains(happened.Event)).ToList();

        // Of two births the day of birth says one, and nobody knows which.
        Key<RetentionEvent>[] births = [.. BirthsIn(group).Where(birth => Of(birth) is null)];
        if (births is [var only] && BirthDate(entity, group) is { } birthDate)
        {
            _times.Add(new StoreEvent(only, birthDate));
        }

        _times.Sort((left, right) => left.Event.CompareTo(right.Event));
    }

    /// <summary>The events from which a period of the group runs and whose date is known, each with its date, ordered by key.</summary>
    public IReadOnlyList<StoreEvent> Dated => _times;

    /// <summary>The date of an event; <see langword="null"/> when no map says it.</summary>
    public StoreTime? Of(Key<RetentionEvent> happened) => _times.Find(dated => dated.Event == happened)?.Time;

    private static IEnumerable<Key<RetentionEvent>> BirthsIn(FieldGroup group) =>
        group.Activities.SelectMany(activity => activity.Rules).Select(rule => rule.Term).OfType<RetentionTerm.UntilAge>().Select(until => until.BirthDate).Distinct();

    // A field that serves as the day of birth says it as well as an event would, but of nobody else in the row.
    private static StoreTime? BirthDate(StoreEntity entity, FieldGroup group) =>
        entity.Roles.FirstOrDefault(role => role.Role is FieldRole.BirthDate) is { } role
        && entity.Fields.FirstOrDefault(field => field.Property.Path == role.Property) is { Property: { IsCollection: false } property } field
        && field.Whose == group.Whose
        && IsDay(Nullable.GetUnderlyingType(property.Type) ?? property.Type)
            ? new StoreTime(null, property.Path, property.Type, TimeMeaning.Date)
            : null;

    private static bool IsDay(Type type) => type == typeof(DateOnly) || type == typeof(LocalDate) || type == typeof(DateTime) || type == typeof(LocalDateTime);
}
