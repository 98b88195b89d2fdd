using NodaTime;

namespace GdprKit;

/// <summary>Periods are counted in days or longer, forwards, and within a life or two.</summary>
internal static class PeriodCheck
{
    public const int MostYears = 200;

    private const int YearsOfALongLife = 120;

    private const double DaysOfAYear = 365.2425;

    public static IEnumerable<RegisterFault> Find(RegisterDeclarations register) => DeclaredPeriod.AllOf(register).SelectMany(Find);

    /// <summary>Whether a period, a number of times after each other, is longer than so many years; told without adding it to a day, which may be impossible.</summary>
    public static bool IsLongerThan(int years, Period period, int times = 1) => DaysIn(period) * times > years * DaysOfAYear;

    /// <summary>Whether a period can be added to a day.</summary>
    public static bool IsUsable(Period? period) =>
        period is not null && !period.HasTimeComponent && !IsNegative(period) && !IsLongerThan(MostYears, period);

    private static IEnumerable<RegisterFault> Find(DeclaredPeriod declared)
    {
        if (declared.Period is not { } period)
        {
            yield return RegisterFaults.PeriodMissing(declared.Path, declared.What, declared.Call);
        }
        else if (period.HasTimeComponent)
        {
            yield return RegisterFaults.PeriodWithTime(declared.Path, declared.What);
        }
        else if (IsNegative(period))
        {
            yield return RegisterFaults.PeriodNegative(declared.Path, declared.What);
        }
        else if (period.Equals(Period.Zero) && !declared.MayBeZero)
        {
            yield return RegisterFaults.PeriodZero(declared.Path, declared.What);
        }
        else if (IsLongerThan(MostYears, period))
        {
            yield return RegisterFaults.PeriodTooLong(declared.Path, declared.What, MostYears);
        }
        else if (IsLongerThan(YearsOfALongLife, period))
        {
            yield return RegisterFaults.PeriodVeryLong(declared.Path, declared.What, YearsOfALongLife);
        }
    }

    private static bool IsNegative(Period period) => period.Years < 0 || period.Months < 0 || period.Weeks < 0 || period.Days < 0;

    private static double DaysIn(Period period) => ((period.Years + (period.Months / 12.0)) * DaysOfAYear) + (period.Weeks * 7.0) + period.Days;
}
