namespace GdprKit;

/// <summary>Why the questions of a form that was sent are not accepted.</summary>
internal static class ConsentFormFaults
{
    public static FormFault NotOurs { get; } = new(WebMessages.QuestionNotOurs, LocalizedText.Of(
        nl: "De vragen over toestemming zijn onderweg veranderd. Laad de pagina opnieuw en kruis nog eens aan wat je wilt.",
        en: "The questions about consent were changed on their way. Load the page again and tick again what you want."));

    public static FormFault TooOld { get; } = new(WebMessages.QuestionTooOld, LocalizedText.Of(
        nl: "Dit formulier stond te lang open. Laad de pagina opnieuw en kruis nog eens aan wat je wilt.",
        en: "This form was open for too long. Load the page again and tick again what you want."));

    public static FormFault Changed { get; } = new(WebMessages.RegisterChanged, LocalizedText.Of(
        nl: "Wat wij vragen is net gewijzigd. Laad de pagina opnieuw en kruis nog eens aan wat je wilt.",
        en: "What we ask has just changed. Load the page again and tick again what you want."));
}
