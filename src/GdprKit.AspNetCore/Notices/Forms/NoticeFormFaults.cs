namespace GdprKit;

/// <summary>Why the box about the privacy notice that was sent is not accepted.</summary>
internal static class NoticeFormFaults
{
    public static FormFault NotOurs { get; } = new(WebMessages.NoticeBoxNotOurs, LocalizedText.Of(
        nl: "Het vakje over de privacyverklaring is onderweg veranderd. Laad de pagina opnieuw.",
        en: "The box about the privacy notice was changed on its way. Load the page again."));

    public static FormFault TooOld { get; } = new(WebMessages.NoticeBoxTooOld, LocalizedText.Of(
        nl: "Het vakje over de privacyverklaring stond te lang open. Laad de pagina opnieuw.",
        en: "The box about the privacy notice was open for too long. Load the page again."));

    public static FormFault Changed { get; } = new(WebMessages.NoticeChanged, LocalizedText.Of(
        nl: "De privacyverklaring is net gewijzigd. Laad de pagina opnieuw, dan zie je de nieuwe.",
        en: "The privacy notice has just changed. Load the page again to see the new one."));
}
