namespace GdprKit.Register;

/// <summary>A text in several languages: <c>{ "nl": "klanten", "en": "customers" }</c>.</summary>
internal static class LocalizedTextJson
{
    public static LocalizedText Read(JsonObjectReader from) => LocalizedText.Of(LanguageCheck.Supported
        .Select(language => (Language: language, Text: from.Text(language.Code)))
        .Where(given => given.Text is not null)
        .Select(given => (given.Language, given.Text!)));

    public static void Write(JsonObjectWriter to, LocalizedText texts)
    {
        foreach (var (language, text) in texts)
        {
            to.Text(language.Code, text);
        }
    }
}
