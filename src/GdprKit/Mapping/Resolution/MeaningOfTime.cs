using NodaTime;

namespace GdprKit.Mapping;

/// <summary>What a date means by its type and by what the map says.</summary>
internal static class MeaningOfTime
{
    public static TimeMeaning Of(Type type, TimeMeaning declared, string place, ICollection<MapFault> faults)
    {
        var named = Nullable.GetUnderlyingType(type) ?? type;
        if (named == typeof(DateTime) || named == typeof(LocalDateTime))
        {
            if (declared is TimeMeaning.Unspecified)
            {
                faults.Add(MapFaults.TimeMeaningMissing(place, named.Name));
            }

            return declared;
        }

        if (OfItself(named) is not { } meaning)
        {
            faults.Add(MapFaults.NotATime(place, named.Name));
            return declared;
        }

        if (declared is not TimeMeaning.Unspecified && declared != meaning)
        {
            faults.Add(MapFaults.TimeMeaningContradicted(place, named.Name, declared, meaning));
        }

        return meaning;
    }

    private static TimeMeaning? OfItself(Type type) =>
        type == typeof(DateOnly) || type == typeof(LocalDate) ? TimeMeaning.Date
        : type == typeof(DateTimeOffset) || type == typeof(Instant) || type == typeof(OffsetDateTime) || type == typeof(ZonedDateTime) ? TimeMeaning.Utc
        : null;
}
