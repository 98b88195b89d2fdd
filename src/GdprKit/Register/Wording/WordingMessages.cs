namespace GdprKit;

/// <summary>The ids of the messages about wording; MESSAGES.md lists them all.</summary>
internal static class WordingMessages
{
    public const string LanguageWithoutWords = "GDPR1020";

    public static NotSupportedException NoWordsIn(Language language) => new(
        $"{LanguageWithoutWords}: GdprKit has no words in the language '{language}'. Ask for Dutch ('nl') or English ('en').");
}
