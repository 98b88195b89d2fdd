using System.Buffers;
using NodaTime;
using NodaTime.Text;

namespace GdprKit.Register;

/// <summary>
/// Texts that are written by rules of their own. Each is written in one way only, so that a file is spelled the same wherever it
/// comes from; the JSON Schema asks for the same.
/// </summary>
internal sealed partial class JsonValueReader
{
    private static readonly SearchValues<char> PeriodCharacters = SearchValues.Create("PYMWD0123456789");

    /// <summary>A key; <c>default</c> when the text is none.</summary>
    public Key<T> AsKey<T>()
        where T : class => As(text => Key<T>.TryParse(text, out var key) ? key : (Key<T>?)null, RegisterFaults.MalformedKey) ?? default;

    /// <summary>A language; <c>default</c> when the text is none.</summary>
    public Language AsLanguage() => As(
        text => Language.TryParse(text, out var language) && language.Code == text ? language : (Language?)null, RegisterFaults.MalformedLanguage) ?? default;

    public CountryCode? AsCountry() => As(
        text => CountryCode.TryParse(text, out var country) && country.Code == text ? country : (CountryCode?)null, RegisterFaults.UnknownCountry);

    public DateTimeZone? AsTimeZone() => As(DateTimeZoneProviders.Tzdb.GetZoneOrNull, RegisterFaults.UnknownTimeZone);

    public Period? AsPeriod() => As(PeriodIn, RegisterFaults.MalformedPeriod);

    public LocalDate? AsDate() => As(DateIn, RegisterFaults.MalformedDate);

    public AnnualDate? AsAnnualDate() => As(
        text => AnnualDatePattern.Iso.Parse(text) is { Success: true } date ? date.Value : (AnnualDate?)null, RegisterFaults.MalformedAnnualDate);

    /// <summary>A web address in full.</summary>
    public Uri? AsUrl() => As(WebAddress.Parse, RegisterFaults.MalformedUrl);

    /// <summary>A web address in full, or a path from the root of the application.</summary>
    public Uri? AsPage() => As(WebAddress.ParsePage, RegisterFaults.MalformedPage);

    public DpvTerm? AsTerm()
    {
        string? why = null;
        return As(text => DpvTerm.TryParse(text, out var term, out why) ? term : null, (place, _) => RegisterFaults.UnknownTerm(place, why!));
    }

    /// <summary>One of these words.</summary>
    public string? AsOneOf(string[] words) =>
        As(text => words.Contains(text) ? text : null, (place, text) => RegisterFaults.UnknownValue(place, text, words));

    /// <summary>One of a fixed set of words; <c>Unspecified</c> when the text is none of them.</summary>
    public T AsChoice<T>()
        where T : struct, Enum =>
        As(word => ChoiceWords<T>.Find(word), (place, word) => RegisterFaults.UnknownValue(place, word, ChoiceWords<T>.Words)) ?? default;

    // NodaTime reads "P", negative units and times as well; none of them is a period for which data are kept.
    private static Period? PeriodIn(string text) =>
        text.Any(char.IsAsciiDigit) && !text.AsSpan().ContainsAnyExcept(PeriodCharacters) && PeriodPattern.Roundtrip.Parse(text) is { Success: true } period
            ? period.Value
            : null;

    // Four digits for the year: NodaTime reads years before our era as well.
    private static LocalDate? DateIn(string text) =>
        text.Length == "2027-01-31".Length && LocalDatePattern.Iso.Parse(text) is { Success: true } date ? date.Value : null;
}
