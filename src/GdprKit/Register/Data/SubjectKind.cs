namespace GdprKit;

/// <summary>A kind of people whose data are held: customers, members, employees (Art. 30(1)(c), "categories of data subjects").</summary>
public sealed record SubjectKind : IDeclaration<SubjectKind>
{
    /// <inheritdoc/>
    public required Key<SubjectKind> Key { get; init; }

    /// <summary>What these people are called, in the plural, as it stands in the middle of a sentence: "klanten", "customers".</summary>
    public required LocalizedText Label { get; init; }

    /// <summary>
    /// Whether these people get a notice of their own instead of the public one, as staff usually do. Activities that
    /// concern only such people are left out of the public notice and stand in theirs.
    /// </summary>
    /// <value>The default is <see langword="false"/>: the public notice.</value>
    public bool HasOwnNotice { get; init; }
}
