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

    /// <summary>
    /// Whether a row says nothing about anybody any more once its fields are emptied or replaced: they all are, at one time, the row leads to nobody, and nothing refers
    /// to it. What is uncertain still says something (recital 26).
    /// </summary>
    internal bool TellsNothingWithoutFields => Groups is [var only]
        && only.Fields.All(planned => planned.Disposal is FieldDisposal.Emptied || planned is { Disposal: FieldDisposal.Replaced, Replacement: not null })
        && Dependents.IsEmpty
        && Entity.Owners.All(owner => owner.Steps.IsEmpty);

    /// <summary>The entity at the top of what it is derived from, by which its family is known.</summary>
    internal string Root { get; init; } = "";

    /// <summary>The entities that are derived from it and have rows.</summary>
    internal ValueList<string> Derived { get; init; } = [];

    /// <summary>The name by which the store knows it.</summary>
    internal string Name => Entity.Description.Name;

    /// <summary>The name of the class.</summary>
    public override string ToString() => Entity.ToString();
}
