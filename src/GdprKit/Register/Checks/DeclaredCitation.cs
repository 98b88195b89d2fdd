namespace GdprKit;

/// <summary>A law, guideline or decision that a declaration names, with where it stands.</summary>
internal sealed record DeclaredCitation(string Path, string What, Citation Citation)
{
    public static IEnumerable<DeclaredCitation> AllOf(RegisterDeclarations register) => Candidates(register).OfType<DeclaredCitation>();

    private static IEnumerable<DeclaredCitation?> Candidates(RegisterDeclarations register) =>
    [
        .. register.Categories.Select(category => Of($"{RegisterPath.Of(category)}/law", $"law of the category '{category.Key}'", category.Law)),
        .. register.Recipients.SelectMany(recipient => recipient.Transfers.Select((transfer, index) => Of(
            $"{RegisterPath.Of(recipient)}/transfers/{index}/safeguard/decision", "adequacy decision", (transfer.Safeguard as TransferSafeguard.AdequacyDecision)?.Decision))),
        .. register.Activities.Select(activity => Of($"{RegisterPath.Of(activity)}/basis/law", $"law of the activity '{activity.Key}'", LawOf(activity.Basis))),
        .. register.Activities.Select(activity => Of(
            $"{RegisterPath.Of(activity)}/specialCategories/law", $"law of the exception of the activity '{activity.Key}'", activity.SpecialCategoryCondition?.Law)),
        .. DeclaredRule.AllOf(register).Select(declared => Of($"{declared.Path}/source", $"source of the rule '{declared.Rule.Key}'", declared.Rule.Source)),
    ];

    private static DeclaredCitation? Of(string path, string what, Citation? citation) => citation is null ? null : new(path, what, citation);

    private static Citation? LawOf(LawfulBasis? basis) => basis switch
    {
        LawfulBasis.LegalObligation obligation => obligation.Law,
        LawfulBasis.PublicTask task => task.Law,
        _ => null,
    };
}
