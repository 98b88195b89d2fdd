using System.Globalization;
using GdprKit.Samples.Crm.Localization;

namespace GdprKit.Samples.Scenarios.Catalogue;

/// <summary>The language in which a scenario is told, in which the shop answers as well.</summary>
internal static class Spoken
{
    /// <summary>The language of the scenario that runs.</summary>
    public static Language Now => Language.OfReader;

    /// <summary>How the shop writes days and amounts in a language.</summary>
    public static CultureInfo CultureOf(Language language) => Cultures.All.Single(culture => culture.TwoLetterISOLanguageName == language.Code);
}
