namespace GdprKit;

/// <summary>About whom a field of a row is.</summary>
public abstract record FieldSubjects
{
    private FieldSubjects()
    {
    }

    /// <summary>The one person the row belongs to.</summary>
    public sealed record OnlyOwner : FieldSubjects;

    /// <summary>One of several owners.</summary>
    /// <param name="Property">A property by which the map declares that owner.</param>
    public sealed record OneOwner(PropertyPath Property) : FieldSubjects;

    /// <summary>All owners together: each may see it, and it is kept as long as any of them needs it.</summary>
    public sealed record AllOwners : FieldSubjects;
}
