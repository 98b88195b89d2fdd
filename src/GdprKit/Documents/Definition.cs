namespace GdprKit.Documents;

/// <summary>A term with what is said about it, in a list of definitions: "E-mail" with an address, "How long" with a period.</summary>
/// <param name="Term">The term.</param>
/// <param name="Descriptions">What is said about it, each on a line of its own.</param>
public sealed record Definition(InlineText Term, ValueList<InlineText> Descriptions)
{
    /// <summary>The legal requirements that this definition fulfils.</summary>
    public ValueList<RequirementId> Requirements { get; init; } = [];
}
