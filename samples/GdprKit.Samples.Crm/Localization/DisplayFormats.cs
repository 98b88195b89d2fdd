using System.Globalization;
using NodaTime;

namespace GdprKit.Samples.Crm.Localization;

/// <summary>Dates and amounts as the reader is used to see them.</summary>
public static class DisplayFormats
{
    /// <summary>22 dec 2025.</summary>
    public static string Short(this DateTime date) => date.ToString("d MMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>22 december 2025.</summary>
    public static string Long(this DateTime date) => date.ToString("d MMMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>22 dec 2025, 09:30.</summary>
    public static string Moment(this DateTime moment) => moment.ToString("d MMM yyyy, HH:mm", CultureInfo.CurrentCulture);

    /// <summary>22 december 2025.</summary>
    public static string Long(this LocalDate date) => date.ToDateTimeUnspecified().Long();

    /// <summary>22 dec 2025.</summary>
    public static string Short(this LocalDate date) => date.ToDateTimeUnspecified().Short();

    /// <summary>2025-12-22, as the attribute of a time element wants it.</summary>
    public static string Machine(this LocalDate date) => date.ToDateTimeUnspecified().Machine();

    /// <summary>€ 1.234,56.</summary>
    public static string Euro(this decimal amount) => amount.ToString("C", CultureInfo.CurrentCulture);

    /// <summary>1.234.</summary>
    public static string Grouped(this int number) => number.ToString("N0", CultureInfo.CurrentCulture);

    /// <summary>2025-12-22, as the attribute of a time element wants it.</summary>
    public static string Machine(this DateTime date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
