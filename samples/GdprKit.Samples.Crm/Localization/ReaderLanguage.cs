using System.Globalization;

namespace GdprKit.Samples.Crm.Localization;

/// <summary>In which language GdprKit speaks to the reader: that of the page, the command or the scenario.</summary>
public static class ReaderLanguage
{
    extension(Language)
    {
        /// <summary>The language that is spoken now, Dutch or English.</summary>
        public static Language OfReader => Language.Parse(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);
    }
}
