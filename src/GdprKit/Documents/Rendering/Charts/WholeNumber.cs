using System.Globalization;

namespace GdprKit.Documents;

/// <summary>
/// Writes a whole number with its thousands set apart as a language does it. The cultures of the machine are not asked: they differ
/// from one to the next, and may be absent.
/// </summary>
internal static class WholeNumber
{
    private static readonly NumberFormatInfo Dutch = Separated(".");

    private static readonly NumberFormatInfo English = Separated(",");

    // A narrow space that does not break is the separator of ISO 80000-1 for any language.
    private static readonly NumberFormatInfo Other = Separated("\u202F");

    public static string Write(decimal number, Language language) =>
        number.ToString("N0", language == Language.Dutch ? Dutch : language == Language.English ? English : Other);

    private static NumberFormatInfo Separated(string separator) =>
        NumberFormatInfo.ReadOnly(new NumberFormatInfo { NumberGroupSeparator = separator });
}
