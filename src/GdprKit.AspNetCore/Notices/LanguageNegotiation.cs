using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace GdprKit;

/// <summary>Chooses the language of the notice for a visitor (RFC 9110, section 12.5.4).</summary>
internal static class LanguageNegotiation
{
    // A longer header is no browser's; reading it would let a stranger choose how long we work.
    private const int LongestHeader = 1000;

    public static Language Choose(HttpRequest request, ProcessingRegister register) => Choose(request, register.Languages, register.MainLanguage);

    public static Language Choose(HttpRequest request, IEnumerable<Language> languages, Language main)
    {
        var header = request.Headers.AcceptLanguage;
        if (header.Sum(value => value?.Length ?? 0) > LongestHeader
            || !StringWithQualityHeaderValue.TryParseList(header, out var accepted))
        {
            return main;
        }

        foreach (var wanted in accepted.Where(value => value.Quality is not 0).OrderByDescending(value => value.Quality ?? 1))
        {
            if (Language.TryParse(wanted.Value.Value, out var language) && languages.Contains(language))
            {
                return language;
            }
        }

        return main;
    }
}
