using NodaTime;

namespace GdprKit.Consent;

/// <summary>
/// The ages that are known. A law whose own first day is not recorded here applies from the day of the Commission's table (Staff Working
/// Document (2020) 115); before that day the age of the Regulation does, because higher protects.
/// </summary>
internal static class ShippedAges
{
    private static readonly LocalDate DayOfTheTable = new(2020, 6, 24);

    public static IEnumerable<DigitalConsentAge> All =>
    [
        .. Since(DayOfTheTable, 13, "BE", "EE", "FI", "GB", "IS", "LV", "MT", "NO", "PT", "SE"),
        .. Since(DayOfTheTable, 13, "DK"),
        .. Since(DayOfTheTable, 14, "AT", "BG", "CY", "ES", "IT", "LT"),
        .. Since(DayOfTheTable, 15, "CZ", "FR", "GR"),
        .. Since(DayOfTheTable, 16, "DE", "HR", "HU", "IE", "LU", "NL", "PL", "RO", "SK"),

        // Databeskyttelsesloven § 6(2) as amended.
        .. Since(new LocalDate(2024, 1, 1), 15, "DK"),

        // ZVOP-2, art. 8.
        .. Since(new LocalDate(2023, 1, 26), 15, "SI"),
    ];

    private static IEnumerable<DigitalConsentAge> Since(LocalDate day, int age, params string[] countries) =>
        countries.Select(country => new DigitalConsentAge(CountryCode.Parse(country), age, day));
}
