namespace GdprKit;

/// <summary>Why the box about the privacy notice of a form that was sent is not accepted. Nothing of it is to be recorded.</summary>
/// <param name="Id">The id; all ids stand in MESSAGES.md.</param>
/// <param name="Words">What is wrong and what to do, to the visitor.</param>
public sealed record NoticeFormFault(string Id, LocalizedText Words)
{
    internal static NoticeFormFault NotOurs { get; } = new(WebMessages.NoticeBoxNotOurs, LocalizedText.Of(
        nl: "Het vakje over de privacyverklaring is onderweg veranderd. Laad de pagina opnieuw.",
        en: "The box about the privacy notice was changed on its way. Load the page again."));

    internal static NoticeFormFault TooOld { get; } = new(WebMessages.NoticeBoxTooOld, LocalizedText.Of(
        nl: "Het vakje over de privacyverklaring stond te lang open. Laad de pagina opnieuw.",
        en: "The box about the privacy notice was open for too long. Load the page again."));

    internal static NoticeFormFault Changed { get; } = new(WebMessages.NoticeChanged, LocalizedText.Of(
        nl: "De privacyverklaring is net gewijzigd. Laad de pagina opnieuw, dan zie je de nieuwe.",
        en: "The privacy notice has just changed. Load the page again to see the new one."));

    /// <summary>The id and the words in a language.</summary>
    /// <param name="language">Dutch or English; of any other the English words.</param>
    public string In(Language language) => $"{Id}: {Words[language == Language.Dutch ? Language.Dutch : Language.English]}";
}
