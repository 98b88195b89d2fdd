using System.Globalization;
using GdprKit.Mapping;
using NodaTime;
using Xunit;
using Xunit.Sdk;

namespace GdprKit.Conformance;

/// <summary>Dates of every type, from the first year of the calendar to the last.</summary>
/// <typeparam name="TFixture">The fixture of the adapter.</typeparam>
public abstract class StoreDatesSuite<TFixture> : PersonalDataStoreSuite<TFixture>
    where TFixture : PersonalDataStoreFixture
{
    /// <summary>Tests the store of a fixture.</summary>
    /// <param name="fixture">The fixture.</param>
    protected StoreDatesSuite(TFixture fixture)
        : base(fixture)
    {
    }

    private protected override IEnumerable<object> Rows() => DatedWorld.Rows();

    /// <summary>Rows are found by the day in the controller's zone, whatever type their date has.</summary>
    /// <param name="entity">The class.</param>
    /// <param name="property">Its property.</param>
    [Theory]
    [InlineData(nameof(Appointment), nameof(Appointment.Day))]
    [InlineData(nameof(Appointment), nameof(Appointment.DayWithTime))]
    [InlineData(nameof(Appointment), nameof(Appointment.WallClock))]
    [InlineData(nameof(Appointment), nameof(Appointment.Utc))]
    [InlineData(nameof(Appointment), nameof(Appointment.Offset))]
    [InlineData(nameof(CalendarEntry), nameof(CalendarEntry.Day))]
    [InlineData(nameof(CalendarEntry), nameof(CalendarEntry.WallClock))]
    [InlineData(nameof(CalendarEntry), nameof(CalendarEntry.Moment))]
    public async Task Finds_dates_of_every_type(string entity, string property)
    {
        const string Sentence = "A date of any type is compared as the time that it means; no date lies in no range.";
        var (stored, time) = Find(entity, property);
        var days = DatedWorld.DaysOf(entity, property, time);
        foreach (var day in DatedWorld.Asked)
        {
            foreach (var until in new LocalDate?[] { day.PlusDays(1), null })
            {
                var between = new RowCondition.Between(time, time.StartOf(day, DatedWorld.Zone), until is { } end ? time.StartOf(end, DatedWorld.Zone) : null);
                long expected = days.Values.Count(found => found >= day && (until is null || found < until));
                var counts = await Store.CountAsync(stored, RowCondition.Always, [between, new RowCondition.Opposite(between)], Token);
                Promise.IsEqual(
                    $"{days.Count}, {expected}, {days.Count - expected}",
                    string.Join(", ", counts),
                    Sentence,
                    $"CountAsync of {entity}, each of {ConditionWords.Of(between)}, which are the days {Iso(day)} to {(until is { } last ? Iso(last.PlusDays(-1)) : "any later one")}, and its opposite");
            }
        }
    }

    /// <summary>A date is read as the type that was described, and means the same day as before it was stored.</summary>
    /// <param name="entity">The class.</param>
    /// <param name="property">Its property.</param>
    [Theory]
    [InlineData(nameof(Appointment), nameof(Appointment.Day))]
    [InlineData(nameof(Appointment), nameof(Appointment.DayWithTime))]
    [InlineData(nameof(Appointment), nameof(Appointment.WallClock))]
    [InlineData(nameof(Appointment), nameof(Appointment.Utc))]
    [InlineData(nameof(Appointment), nameof(Appointment.Offset))]
    [InlineData(nameof(CalendarEntry), nameof(CalendarEntry.Day))]
    [InlineData(nameof(CalendarEntry), nameof(CalendarEntry.WallClock))]
    [InlineData(nameof(CalendarEntry), nameof(CalendarEntry.Moment))]
    public async Task Reads_dates_of_every_type(string entity, string property)
    {
        const string Sentence = "A date is read as a value of its type, and lies on the day on which it was stored; a row without it has none.";
        var (stored, time) = Find(entity, property);
        var days = DatedWorld.DaysOf(entity, property, time);
        var type = Nullable.GetUnderlyingType(time.Type) ?? time.Type;
        await foreach (var facts in Store.ReadAsync(stored, new RowRequest { Times = [time] }, Token))
        {
            var asked = $"ReadAsync of {entity} with {property}, the row {ConditionWords.Of(facts.Key[0])}";
            var value = facts.Times[0];
            Promise.Holds(value is null || value.GetType() == type, Sentence, asked, $"a {type.Name}", $"a {value?.GetType().Name}");
            Promise.IsEqual(
                days[(int)facts.Key[0]!] is { } day ? Iso(day) : "no date",
                time.DayOf(value, DatedWorld.Zone) is { } read ? Iso(read) : "no date",
                Sentence,
                asked);
        }
    }

    private (StoreEntity Entity, StoreTime Time) Find(string entity, string property)
    {
        var stored = entity == nameof(Appointment) ? Entity<Appointment>() : Entity<CalendarEntry>();
        var time = stored.Events.Single(each => each.Time.Property?.ToString() == property).Time;
        var request = new RowRequest { Where = new RowCondition.Between(time, time.StartOf(DatedWorld.Asked[0], DatedWorld.Zone), null), Times = [time] };
        return Store.WhyUnanswerable(stored, request) is { } reason
            ? throw SkipException.ForSkip($"The store says that it cannot answer: {reason}")
            : (stored, time);
    }

    private static string Iso(LocalDate day) => day.ToString("uuuu'-'MM'-'dd", CultureInfo.InvariantCulture);
}
