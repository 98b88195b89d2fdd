namespace GdprKit;

/// <summary>A law, guideline or decision that a declaration names, with where it stands.</summary>
internal sealed record DeclaredCitation(string Path, string What, Citation Citation)
{
    public static IEnumerable<DeclaredCitation> AllOf(RegisterDeclarations register) =>
        Candidates(register)
            .Where(candidate => candidate.Citation is not null)
            .Select(candidate => new DeclaredCitation(candidate.Path, candidate.What, candidate.Citation!));

    private static IEnumerable<(string Path, string What, Citation? Citation)> Candidates(RegisterDeclarations register) =>
    [
        .. register.Categories.Select(category => ($"{RegisterPath.Of(category)}/law", $"law of the category '{category.Key}'", category.Law)),
        .. register.Recipients.SelectMany(recipient => recipient.Transfers.Select((transfer, index) => (
            $"{RegisterPath.Of(recipient)}/transfers/{index}/safeguard/decision", "adequacy decision", (transfer.Safeguard as TransferSafeguard.AdequacyDecision)?.Decision))),
        .. register.Activities.Select(activity => ($"{RegisterPath.Of(activity)}/basis/law", $"law of the activity '{activity.Key}'", LawOf(activity.Basis))),
        .. register.Activities.Select(activity => (
            $"{RegisterPath.Of(activity)}/specialCategories/law", $"law of the exception of the activity '{activity.Key}'", activity.SpecialCategoryCondition?.Law)),
        .. DeclaredRule.AllOf(register).Select(declared => ($"{declared.Path}/source", $"source of the rule '{declared.Rule.Key}'", declared.Rule.Source)),
    ];

    private static Citation? LawOf(LawfulBasis? basis) => basis switch
    {
        LawfulBasis.LegalObligation obligation => obligation.Law,
        LawfulBasis.PublicTask task => task.Law,
        _ => null,
    };
}
