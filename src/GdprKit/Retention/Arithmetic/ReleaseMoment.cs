using NodaTime;

namespace GdprKit.Retention;

/// <summary>
/// From when a rule lets data go. What must be kept through its last day is free when the next day begins; what must be gone goes
/// in the sweep of the last day itself. So each day has two moments: it begins, and it is swept.
/// </summary>
/// <param name="Day">The first day on which a sweep removes the data.</param>
/// <param name="InItsSweep">Whether the day is still part of the period, its sweep being the end of it.</param>
internal readonly record struct ReleaseMoment(LocalDate Day, bool InItsSweep) : IComparable<ReleaseMoment>
{
    /// <summary>The last day of the period.</summary>
    public LocalDate LastDay => InItsSweep ? Day : Day.PlusDays(-1);

    public static bool operator <(ReleaseMoment left, ReleaseMoment right) => left.CompareTo(right) < 0;

    public static bool operator >(ReleaseMoment left, ReleaseMoment right) => left.CompareTo(right) > 0;

    public static bool operator <=(ReleaseMoment left, ReleaseMoment right) => left.CompareTo(right) <= 0;

    public static bool operator >=(ReleaseMoment left, ReleaseMoment right) => left.CompareTo(right) >= 0;

    public static ReleaseMoment BeginOf(LocalDate day) => new(day, InItsSweep: false);

    public static ReleaseMoment SweepOf(LocalDate day) => new(day, InItsSweep: true);

    /// <summary>The moment at which a period ends.</summary>
    public static ReleaseMoment After(LocalDate lastDay, RetentionSide side) =>
        side is RetentionSide.MustBeGone ? SweepOf(lastDay) : BeginOf(lastDay.PlusDays(1));

    /// <summary>The latest last day with which a period of a side has ended at this moment.</summary>
    public LocalDate LatestEnd(RetentionSide side) => side is RetentionSide.MustBeGone ? LastDay : Day.PlusDays(-1);

    public int CompareTo(ReleaseMoment other)
    {
        var byDay = Day.CompareTo(other.Day);
        return byDay != 0 ? byDay : InItsSweep.CompareTo(other.InItsSweep);
    }
}
