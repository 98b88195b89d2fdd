using NodaTime;

namespace GdprKit.Documents;

/// <summary>Months as they stand below a chart: <c>mrt 2027</c> in a Dutch document, <c>Mar 2027</c> in any other.</summary>
internal static class MonthNames
{
    private static readonly string[] Dutch = ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];

    private static readonly string[] English = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    public static string Write(YearMonth month, Language language) => $"{(language == Language.Dutch ? Dutch : English)[month.Month - 1]} {month.Year}";
}
