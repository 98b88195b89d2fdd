namespace GdprKit;

/// <summary>Every fault that a register can have, each with its id, its words and its remedy in one place.</summary>
internal static partial class RegisterFaults
{
    public static RegisterFault DeclaredTwice(string path, string what) => new(
        path, "GDPR4101", $"The {what} is declared twice.", "Keep one of the declarations; several retention rules of one activity each need a key of their own.");

    public static RegisterFault UnknownTerm(string path, string why) => new(
        path, "GDPR4102", why, "Use a term of the W3C Data Privacy Vocabulary 2.3, for example 'pd:EmailAddress', or leave it out.");

    public static RegisterFault UnknownCountry(string path, string text) => new(
        path, "GDPR4103", $"'{Excerpt.Of(text)}' is not a country.", "Use the two-letter code of ISO 3166-1, for example 'NL'.");

    public static RegisterFault MalformedUrl(string path, string text) => new(
        path, "GDPR4104", $"'{Excerpt.Of(text)}' is not a web address.", "Write it in full, for example 'https://www.example.nl/privacy'.");

    public static RegisterFault UnknownTimeZone(string path, string text) => new(
        path, "GDPR4105", $"'{Excerpt.Of(text)}' is not a time zone.", "Use a name of the IANA time zone database, for example 'Europe/Amsterdam'.");
}
