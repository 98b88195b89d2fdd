namespace GdprKit;

/// <summary>
/// A place outside the application where personal data are kept: a mail program, the accountant, paper. Requests and erasures
/// become a task for a person there.
/// </summary>
public sealed record ManualStore : IDeclaration<ManualStore>
{
    /// <inheritdoc/>
    public required Key<ManualStore> Key { get; init; }

    /// <summary>What it is called: "map met sollicitaties", "folder of applications".</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>Whose data are there, one or more kinds of people.</summary>
    public required ValueList<Key<SubjectKind>> People { get; init; }

    /// <summary>What is there, one or more categories.</summary>
    public required ValueList<Key<DataCategory>> Categories { get; init; }

    /// <summary>How somebody finds a person there and removes their data, in a few sentences.</summary>
    public required LocalizedText Instruction { get; init; }
}
