namespace GdprKit;

/// <summary>What would make counting faster.</summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
public sealed record IndexAdvice
{
    /// <summary>No advice.</summary>
    public static IndexAdvice None { get; } = new();

    /// <summary>The indexes that are missing, in the order in which their tables are searched.</summary>
    public ValueList<MissingIndex> Missing { get; init; } = [];

    /// <summary>
    /// The names of the stores of which nobody could look at the indexes: their database is of a kind that is not known, or did not answer
    /// (GDPR6003, logged).
    /// </summary>
    public ValueList<string> Unknown { get; init; } = [];

    /// <summary>Whether there is nothing to say.</summary>
    public bool IsEmpty => Missing.IsEmpty && Unknown.IsEmpty;
}
