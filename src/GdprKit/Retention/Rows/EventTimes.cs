using GdprKit.Mapping;
using NodaTime;

namespace GdprKit.Retention;

/// <summary>Where the rows of an entity say when events happened.</summary>
internal sealed class EventTimes
{
    private readonly Dictionary<Key<RetentionEvent>, StoreTime> _times;

    public EventTimes(StoreEntity entity, ProcessingRegister register)
    {
        _times = entity.Events.ToDictionary(happened => happened.Event, happened => happened.Time);
        if (BirthDate(entity) is { } birthDate)
        {
            foreach (var birth in register.Activities.SelectMany(activity => activity.Retention).Select(rule => rule.Term).OfType<RetentionTerm.UntilAge>())
            {
                _times.TryAdd(birth.BirthDate, birthDate);
            }
        }
    }

    /// <summary>The events whose date is known, ordered by key.</summary>
    public IEnumerable<Key<RetentionEvent>> Known => _times.Keys.Order();

    /// <summary>The date of an event; <see langword="null"/> when no map says it.</summary>
    public StoreTime? Of(Key<RetentionEvent> happened) => _times.GetValueOrDefault(happened);

    // A field that serves as the day of birth says it as well as an event would.
    private static StoreTime? BirthDate(StoreEntity entity) =>
        entity.Roles.FirstOrDefault(role => role.Role is FieldRole.BirthDate) is { } role
        && entity.Description.Properties.FirstOrDefault(property => property.Path == role.Property) is { IsCollection: false } property
        && IsDay(Nullable.GetUnderlyingType(property.Type) ?? property.Type)
            ? new StoreTime(null, property.Path, property.Type, TimeMeaning.Date)
            : null;

    private static bool IsDay(Type type) => type == typeof(DateOnly) || type == typeof(LocalDate) || type == typeof(DateTime) || type == typeof(LocalDateTime);
}
