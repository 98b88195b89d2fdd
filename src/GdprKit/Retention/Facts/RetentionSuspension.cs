using NodaTime;

namespace GdprKit;

/// <summary>
/// Something that forbids for a time that data go: a legal hold, a request that is still open, a restriction. When it ends, what
/// was due meanwhile is due at once; no time is added to the period.
/// </summary>
/// <param name="Kind">What it is.</param>
/// <param name="From">The first day on which nothing goes.</param>
/// <param name="LastDay">The last day on which nothing goes, or <see langword="null"/> while it runs.</param>
public sealed record RetentionSuspension(SuspensionKind Kind, LocalDate From, LocalDate? LastDay)
{
    /// <summary>Whether nothing goes on a day.</summary>
    /// <param name="day">The day.</param>
    public bool Covers(LocalDate day) => day >= From && (LastDay is not { } last || day <= last);

    internal LocalDate? FirstDayAfter => LastDay < LocalDate.MaxIsoValue ? LastDay?.PlusDays(1) : null;

    /// <summary>
    /// Of the suspensions that follow each other without a gap from a day on, the last: the one whose end sets free what is due on that
    /// day. None when nothing covers the day.
    /// </summary>
    internal static RetentionSuspension? LastInTheWay(ValueList<RetentionSuspension> suspensions, LocalDate day)
    {
        RetentionSuspension? last = null;
        LocalDate? free = day;
        while (free is { } next && suspensions.FirstOrDefault(suspension => suspension.Covers(next)) is { } inTheWay)
        {
            last = inTheWay;
            free = inTheWay.FirstDayAfter;
        }

        return last;
    }
}
