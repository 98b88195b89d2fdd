using NodaTime;

namespace GdprKit.Requests;

/// <summary>The days of one year by which laws name holidays.</summary>
internal readonly record struct HolidayYear(int Year)
{
    public LocalDate NewYear => On(1, 1);

    public LocalDate Epiphany => On(1, 6);

    public LocalDate GoodFriday => Easter.SundayOf(Year).PlusDays(-2);

    public LocalDate EasterMonday => Easter.SundayOf(Year).PlusDays(1);

    public LocalDate Ascension => Easter.SundayOf(Year).PlusDays(39);

    public LocalDate WhitMonday => Easter.SundayOf(Year).PlusDays(50);

    public LocalDate CorpusChristi => Easter.SundayOf(Year).PlusDays(60);

    public LocalDate Labour => On(5, 1);

    public LocalDate Assumption => On(8, 15);

    public LocalDate AllSaints => On(11, 1);

    public LocalDate Immaculate => On(12, 8);

    public LocalDate Christmas => On(12, 25);

    public LocalDate SaintStephen => On(12, 26);

    public LocalDate On(int month, int day) => new(Year, month, day);

    public LocalDate FirstMonday(int month) => DateAdjusters.NextOrSame(IsoDayOfWeek.Monday)(On(month, 1));

    public LocalDate LastMonday(int month) => DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday)(DateAdjusters.EndOfMonth(On(month, 1)));
}
