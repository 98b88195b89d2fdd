namespace GdprKit.Notices;

/// <summary>Says in plain words what is new in a version.</summary>
internal static class ProposedSummary
{
    public static LocalizedText Of(NoticeProposal proposal) => LocalizedText.Of(proposal.Notices
        .Select(notice => notice.Language)
        .Where(language => language == Language.Dutch || language == Language.English)
        .Select(language => (language, In(proposal, language))));

    private static string In(NoticeProposal proposal, Language language)
    {
        var isDutch = language == Language.Dutch;
        if (proposal.Before is null)
        {
            return isDutch
                ? "Dit is de eerste privacyverklaring die zo wordt vastgelegd."
                : "This is the first privacy notice that is recorded in this way.";
        }

        // Corrections are not what people want to know, unless there is nothing else.
        var material = proposal.Changes.Where(change => change.Significance is not ChangeSignificance.Editorial).ToList();
        var told = material.Count > 0 ? material : [.. proposal.Changes];
        return told.Count > 0
            ? string.Join(' ', told.Select(change => change.In(language)))
            : isDutch ? "De tekst is verbeterd; wat er met gegevens gebeurt blijft hetzelfde." : "The text was improved; what happens to data stays the same.";
    }
}
