using NodaTime;

namespace GdprKit.Requests;

/// <summary>
/// What laws say of holidays that hold in the whole of a country. A day is left out where it is doubtful: where it holds in parts of the country only, may be
/// replaced by another one, or was proclaimed for one year. Laws that begin or end are told with their year.
/// </summary>
internal static class HolidayLaws
{
    // Algemene termijnenwet, Art. 3(1). Good Friday is put on a par with these for that act alone (Art. 3(2)), and so is left out.
    public static IEnumerable<LocalDate> Netherlands(HolidayYear year) =>
        [year.NewYear, year.EasterMonday, KingsDay(year), year.On(5, 5), year.Ascension, year.WhitMonday, year.Christmas, year.SaintStephen];

    // Koninklijk besluit / arrêté royal of 18 April 1974, Art. 1.
    public static IEnumerable<LocalDate> Belgium(HolidayYear year) =>
    [
        year.NewYear, year.EasterMonday, year.Labour, year.Ascension, year.WhitMonday, year.On(7, 21), year.Assumption, year.AllSaints, year.On(11, 11), year.Christmas,
    ];

    // Einigungsvertrag, Art. 2(2), and what the holiday laws of all sixteen states have in common.
    public static IEnumerable<LocalDate> Germany(HolidayYear year) =>
    [
        year.NewYear, year.GoodFriday, year.EasterMonday, year.Labour, year.Ascension, year.WhitMonday, year.On(10, 3), year.Christmas, year.SaintStephen,
    ];

    // Code du travail, Art. L3133-1.
    public static IEnumerable<LocalDate> France(HolidayYear year) =>
    [
        year.NewYear, year.EasterMonday, year.Labour, year.On(5, 8), year.Ascension, year.WhitMonday, year.On(7, 14), year.Assumption, year.AllSaints, year.On(11, 11), year.Christmas,
    ];

    // Arbeitsruhegesetz, § 7(2); Good Friday is none since 2019.
    public static IEnumerable<LocalDate> Austria(HolidayYear year) =>
    [
        year.NewYear, year.Epiphany, year.EasterMonday, year.Labour, year.Ascension, year.WhitMonday, year.CorpusChristi, year.Assumption, year.On(10, 26), year.AllSaints,
        year.Immaculate, year.Christmas, year.SaintStephen,
    ];

    // Organisation of Working Time Act 1997, Second Schedule, with S.I. No. 50/2022 (Saint Brigid, from 2023). One that falls on a weekend moves no other day.
    public static IEnumerable<LocalDate> Ireland(HolidayYear year) =>
    [
        year.NewYear, .. year.Year >= 2023 ? (LocalDate[])[SaintBrigid(year)] : [], year.On(3, 17), year.EasterMonday, year.FirstMonday(5), year.FirstMonday(6), year.FirstMonday(8),
        year.LastMonday(10), year.Christmas, year.SaintStephen,
    ];

    // Code du travail, Art. L.232-2, with the law of 25 April 2019 (Europe Day).
    public static IEnumerable<LocalDate> Luxembourg(HolidayYear year) =>
    [
        year.NewYear, year.EasterMonday, year.Labour, .. year.Year >= 2019 ? (LocalDate[])[year.On(5, 9)] : [], year.Ascension, year.WhitMonday, year.On(6, 23), year.Assumption,
        year.AllSaints, year.Christmas, year.SaintStephen,
    ];

    // Real Decreto 2001/1983, Art. 45(1)(a) to (c); those of (d) a community may replace.
    public static IEnumerable<LocalDate> Spain(HolidayYear year) =>
    [
        year.NewYear, year.GoodFriday, year.Labour, year.Assumption, year.On(10, 12), year.AllSaints, year.On(12, 6), year.Immaculate, year.Christmas,
    ];

    // Legge 260/1949, Art. 1 and 2, with D.P.R. 792/1985, legge 336/2000 and legge 151/2025 (Saint Francis, from 2026).
    public static IEnumerable<LocalDate> Italy(HolidayYear year) =>
    [
        year.NewYear, year.Epiphany, year.EasterMonday, year.On(4, 25), year.Labour, .. year.Year >= 2001 ? (LocalDate[])[year.On(6, 2)] : [], year.Assumption,
        .. year.Year >= 2026 ? (LocalDate[])[year.On(10, 4)] : [], year.AllSaints, year.Immaculate, year.Christmas, year.SaintStephen,
    ];

    // The lists that the Commission publishes each year in series C of the Official Journal: what all of them have. They differ about other days.
    public static IEnumerable<LocalDate> EuropeanInstitutions(HolidayYear year) =>
    [
        year.NewYear, year.GoodFriday, year.EasterMonday, year.Labour, year.On(5, 9), year.Ascension, year.WhitMonday, year.Assumption, year.AllSaints, year.Christmas, year.SaintStephen,
    ];

    // Banking and Financial Dealings Act 1971, Schedule 1, with the royal proclamations that substitute and add days.
    public static IEnumerable<LocalDate> EnglandAndWales(HolidayYear year) =>
    [
        OnWorkday(year.NewYear), year.GoodFriday, year.EasterMonday, EarlyMay(year), SpringBank(year), year.LastMonday(8), .. ChristmasAndBoxingDay(year), .. Proclaimed(year.Year),
    ];

    // Since 2014; the day before when it is a Sunday. Before, the day of the queen.
    private static LocalDate KingsDay(HolidayYear year)
    {
        var day = year.Year >= 2014 ? year.On(4, 27) : year.On(4, 30);
        return day.DayOfWeek is IsoDayOfWeek.Sunday ? day.PlusDays(-1) : day;
    }

    private static LocalDate SaintBrigid(HolidayYear year) => year.On(2, 1).DayOfWeek is IsoDayOfWeek.Friday ? year.On(2, 1) : year.FirstMonday(2);

    private static LocalDate EarlyMay(HolidayYear year) => year.Year is 1995 or 2020 ? year.On(5, 8) : year.FirstMonday(5);

    private static LocalDate SpringBank(HolidayYear year) => year.Year switch
    {
        2002 or 2012 => year.On(6, 4),
        2022 => year.On(6, 2),
        _ => year.LastMonday(5),
    };

    // Jubilees, weddings, a funeral and a coronation.
    private static LocalDate[] Proclaimed(int year) => year switch
    {
        2002 => [new LocalDate(2002, 6, 3)],
        2011 => [new LocalDate(2011, 4, 29)],
        2012 => [new LocalDate(2012, 6, 5)],
        2022 => [new LocalDate(2022, 6, 3), new LocalDate(2022, 9, 19)],
        2023 => [new LocalDate(2023, 5, 8)],
        _ => [],
    };

    private static LocalDate[] ChristmasAndBoxingDay(HolidayYear year) => year.Christmas.DayOfWeek switch
    {
        IsoDayOfWeek.Friday => [year.On(12, 25), year.On(12, 28)],
        IsoDayOfWeek.Saturday => [year.On(12, 27), year.On(12, 28)],
        IsoDayOfWeek.Sunday => [year.On(12, 26), year.On(12, 27)],
        _ => [year.On(12, 25), year.On(12, 26)],
    };

    private static LocalDate OnWorkday(LocalDate day) => day.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday ? day.Next(IsoDayOfWeek.Monday) : day;
}
