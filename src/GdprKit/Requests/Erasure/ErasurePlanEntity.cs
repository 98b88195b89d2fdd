namespace GdprKit;

/// <summary>What an erasure takes of the rows of one entity.</summary>
public sealed record ErasurePlanEntity
{
    /// <summary>The name of the store.</summary>
    public required string Store { get; init; }

    /// <summary>By which name the store knows it.</summary>
    public required string Entity { get; init; }

    /// <summary>What people call these rows, in the plural; <see langword="null"/> when no map says it.</summary>
    public LocalizedText? Label { get; init; }

    /// <summary>The number of rows of the person.</summary>
    public required long Rows { get; init; }

    /// <summary>How many of them go whole now.</summary>
    public required long RowsToGo { get; init; }

    /// <summary>The fields of which anything is there, ordered by path.</summary>
    public required ValueList<ErasurePlanField> Fields { get; init; }

    /// <summary>The name of the entity.</summary>
    public override string ToString() => Entity;
}
