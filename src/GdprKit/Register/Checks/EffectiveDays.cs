using NodaTime;
using NodaTime.Text;

namespace GdprKit;

/// <summary>What can be said of the days on which rules apply, without knowing today.</summary>
internal static class EffectiveDays
{
    private static readonly LocalDate Always = LocalDate.MinIsoValue;

    private static readonly LocalDate Forever = LocalDate.MaxIsoValue;

    public static bool CanApply(this EffectiveInterval interval) => First(interval) < End(interval);

    public static bool Overlaps(this EffectiveInterval interval, EffectiveInterval other) =>
        LocalDate.Max(First(interval), First(other)) < LocalDate.Min(End(interval), End(other));

    /// <summary>The days that none of one or more intervals covers, in order, as they stand in a sentence.</summary>
    public static IEnumerable<string> GapsBetween(EffectiveInterval[] intervals)
    {
        var covered = Always;
        foreach (var interval in Ordered(intervals))
        {
            if (First(interval) > covered)
            {
                yield return covered == Always ? $"before {Iso(First(interval))}" : $"from {Iso(covered)} until {Iso(First(interval))}";
            }

            covered = LocalDate.Max(covered, End(interval));
        }

        if (covered < Forever)
        {
            yield return $"from {Iso(covered)} on";
        }
    }

    // Of two that begin on one day it makes no difference which comes first.
    private static EffectiveInterval[] Ordered(EffectiveInterval[] intervals)
    {
        EffectiveInterval[] ordered = [.. intervals];
        Array.Sort(ordered, (left, right) => First(left).CompareTo(First(right)));
        return ordered;
    }

    private static LocalDate First(EffectiveInterval interval) => interval.From ?? Always;

    private static LocalDate End(EffectiveInterval interval) => interval.Until ?? Forever;

    private static string Iso(LocalDate date) => LocalDatePattern.Iso.Format(date);
}
