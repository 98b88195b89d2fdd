using NodaTime;

namespace GdprKit.RetentionWorld;

/// <summary>A way in which a map can date an event, and by plain words the day it stands for.</summary>
/// <param name="Name">Its name in a failure.</param>
/// <param name="Declare">Declares it in a map.</param>
/// <param name="DayOf">The day of a row in a time zone.</param>
public sealed record TimeChoice<T>(string Name, Action<PersonalDataMapBuilder<T>, Key<RetentionEvent>> Declare, Func<T, DateTimeZone, LocalDate?> DayOf)
    where T : class
{
    public override string ToString() => Name;
}
