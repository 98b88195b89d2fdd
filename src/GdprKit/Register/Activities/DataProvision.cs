namespace GdprKit;

/// <summary>Whether a person must give the data, and what happens otherwise (Art. 13(2)(e)).</summary>
/// <param name="Requirement">Whether and why it is required.</param>
/// <param name="Consequence">What happens when the person does not; <see langword="null"/> for the sentence that follows from the requirement.</param>
public sealed record DataProvision(ProvisionRequirement Requirement, LocalizedText? Consequence = null)
{
    /// <summary>
    /// What follows from a lawful basis where nothing else is declared: consent, interests and public tasks oblige nobody, and a legal
    /// obligation (Art. 6(1)(c)) is the controller's, not the person's.
    /// </summary>
    /// <param name="basis">The basis.</param>
    public static DataProvision For(LawfulBasis basis) => new(basis switch
    {
        LawfulBasis.Contract => ProvisionRequirement.NeededForContract,
        LawfulBasis.LegalObligation => ProvisionRequirement.NeededForLegalObligation,
        _ => ProvisionRequirement.Voluntary,
    });
}
