using GdprKit.Mapping;

namespace GdprKit;

/// <summary>Rows that refer to the rows of a planned entity.</summary>
/// <param name="Entity">The entity that refers.</param>
/// <param name="Reference">How it refers, seen from there.</param>
/// <param name="Disposal">What becomes of them.</param>
public sealed record PlannedDependent(EntityDescription Entity, ReferenceDescription Reference, DependentDisposal Disposal)
{
    /// <summary>The entities of whose rows they are: the entity, or what is derived from it.</summary>
    internal ValueList<string> Members { get; init; } = [];
}
