namespace GdprKit;

/// <summary>Every fault that a register can have, each with its id, its words and its remedy in one place.</summary>
internal static partial class RegisterFaults
{
    public static RegisterFault DeclaredTwice(string path, string what) => new(
        path, RegisterFaultMessages.DeclaredTwice, $"The {what} is declared twice.", "Keep one of the declarations.");

    public static RegisterFault BasisDeclaredTwice(string path) => new(
        path, RegisterFaultMessages.DeclaredTwice, "The lawful basis is declared twice.", "Keep one, or make two activities of it: consent and decisions are per activity.");

    public static RegisterFault PartDeclaredTwice(string path, string what) => new(
        path, RegisterFaultMessages.DeclaredTwice, $"The {what} of the rule is declared twice.", "Keep one, or make two rules of it, each with a key of its own.");

    public static RegisterFault UnknownTerm(string path, string why) => new(
        path, RegisterFaultMessages.UnknownTerm, why, "Use a term of the W3C Data Privacy Vocabulary 2.3, for example 'pd:EmailAddress', or leave it out.");

    public static RegisterFault UnknownCountry(string path, string text) => new(
        path, RegisterFaultMessages.UnknownCountry, $"'{Excerpt.Of(text)}' is not a country.", "Use the two-letter code of ISO 3166-1, for example 'NL'.");

    public static RegisterFault MalformedUrl(string path, string text) => new(
        path, RegisterFaultMessages.MalformedUrl, $"'{Excerpt.Of(text)}' is not a web address.", "Write it in full, for example 'https://www.example.nl/privacy'.");

    public static RegisterFault UnknownTimeZone(string path, string text) => new(
        path, RegisterFaultMessages.UnknownTimeZone, $"'{Excerpt.Of(text)}' is not a time zone.", "Use a name of the IANA time zone database, for example 'Europe/Amsterdam'.");

    private static RegisterFault Warning(string path, string id, string fault, string remedy) => new(path, id, fault, remedy, FaultSeverity.Warning);

    private static string Write(string call, string path) => $"Call {call}, or write '{path[(path.LastIndexOf('/') + 1)..]}' in the register file.";

    private static string Quoted<T>(IEnumerable<T> keys) => string.Join(", ", keys.Select(key => $"'{key}'"));
}
