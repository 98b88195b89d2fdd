namespace GdprKit;

/// <summary>What a person says by a box or a button, where the host says nothing else. Recorded as it was shown.</summary>
internal static class ReadLabel
{
    /// <summary>The words, in Dutch and English.</summary>
    public static LocalizedText Words { get; } = LocalizedText.Of(nl: "Ik heb de privacyverklaring gelezen", en: "I have read the privacy notice");

    /// <summary>The words in a language; in English where it is neither Dutch nor English.</summary>
    public static string In(Language language) => Words[language == Language.Dutch ? Language.Dutch : Language.English];
}
