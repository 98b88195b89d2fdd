using System.Globalization;

namespace GdprKit.Samples.Crm.Localization;

/// <summary>In which language GdprKit speaks to the reader: that of the page, the command or the scenario.</summary>
public static class ReaderLanguage
{
    extension(Language language)
    {
        /// <summary>The language that is spoken now, Dutch or English.</summary>
        public static Language OfReader => Language.Parse(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);

        /// <summary>Writes something in this language, whatever the language of who asks for it: what a customer reads, while an employee works.</summary>
        public T Speak<T>(Func<T> write)
        {
            var reader = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = language == Language.Dutch ? Cultures.Dutch : Cultures.English;
            try
            {
                return write();
            }
            finally
            {
                (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = reader;
            }
        }
    }
}
