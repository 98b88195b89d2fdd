namespace GdprKit;

/// <summary>Why the questions of a form that was sent are not accepted. Nothing of it is recorded.</summary>
/// <param name="Id">The id; all ids stand in MESSAGES.md.</param>
/// <param name="Words">What is wrong and what to do, to the visitor.</param>
public sealed record ConsentFormFault(string Id, LocalizedText Words)
{
    internal static ConsentFormFault NotOurs { get; } = new(WebMessages.QuestionNotOurs, LocalizedText.Of(
        nl: "De vragen over toestemming zijn onderweg veranderd. Laad de pagina opnieuw en kruis nog eens aan wat je wilt.",
        en: "The questions about consent were changed on their way. Load the page again and tick again what you want."));

    internal static ConsentFormFault TooOld { get; } = new(WebMessages.QuestionTooOld, LocalizedText.Of(
        nl: "Dit formulier stond te lang open. Laad de pagina opnieuw en kruis nog eens aan wat je wilt.",
        en: "This form was open for too long. Load the page again and tick again what you want."));

    internal static ConsentFormFault Changed { get; } = new(WebMessages.RegisterChanged, LocalizedText.Of(
        nl: "Wat wij vragen is net gewijzigd. Laad de pagina opnieuw en kruis nog eens aan wat je wilt.",
        en: "What we ask has just changed. Load the page again and tick again what you want."));

    /// <summary>The id and the words in a language.</summary>
    /// <param name="language">Dutch or English; of any other the English words.</param>
    public string In(Language language) => $"{Id}: {Words[language == Language.Dutch ? Language.Dutch : Language.English]}";
}
