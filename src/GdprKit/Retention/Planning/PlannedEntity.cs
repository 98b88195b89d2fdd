using GdprKit.Mapping;

namespace GdprKit;

/// <summary>What happens to the rows of an entity.</summary>
public sealed record PlannedEntity
{
    /// <summary>The name of the store that keeps it.</summary>
    public required string Store { get; init; }

    /// <summary>The entity.</summary>
    public required StoreEntity Entity { get; init; }

    /// <summary>Its fields in groups that become due together; none when its rows hold nothing of their own and go with the row they belong to.</summary>
    public required ValueList<FieldGroup> Groups { get; init; }

    /// <summary>What refers to its rows, ordered by name.</summary>
    public required ValueList<PlannedDependent> Dependents { get; init; }

    /// <summary>The name of the class.</summary>
    public override string ToString() => Entity.ToString();
}
