using System.Globalization;

namespace GdprKit.Samples.Crm.Localization;

/// <summary>Dutch and English. Both pay in euros and put the day before the month: the English is that of Ireland.</summary>
public static class Cultures
{
    public static CultureInfo Dutch { get; } = Make("nl", "nl-NL");

    public static CultureInfo English { get; } = Make("en", "en-IE");

    /// <summary>Dutch first.</summary>
    public static IList<CultureInfo> All => [Dutch, English];

    /// <summary>The language that the reader does not read now.</summary>
    public static CultureInfo Other => CultureInfo.CurrentUICulture.Name == Dutch.Name ? English : Dutch;

    // Named by language alone, so that a browser that asks for en-US or nl-BE gets the one it means.
    private static CultureInfo Make(string language, string formats)
    {
        var like = CultureInfo.GetCultureInfo(formats);
        return CultureInfo.ReadOnly(new CultureInfo(language)
        {
            NumberFormat = (NumberFormatInfo)like.NumberFormat.Clone(),
            DateTimeFormat = (DateTimeFormatInfo)like.DateTimeFormat.Clone(),
        });
    }
}
