using System.Globalization;

namespace GdprKit;

/// <summary>In which language a visitor reads what a register says.</summary>
internal static class VisitorLanguage
{
    /// <summary>The language of <see cref="CultureInfo.CurrentUICulture"/> where the register has it; else its main language.</summary>
    public static Language Of(ProcessingRegister register) =>
        Language.TryParse(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, out var language) && register.Languages.Contains(language)
            ? language
            : register.MainLanguage;
}
