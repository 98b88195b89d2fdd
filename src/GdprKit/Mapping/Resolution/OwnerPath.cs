using System.Linq.Expressions;

namespace GdprKit.Mapping;

/// <summary>How a store finds whose row it is: steps to other entities, and there the key of the person.</summary>
/// <remarks>A row without a partner at some step belongs to nobody by this path. A row with several belongs to all of them.</remarks>
public sealed record OwnerPath
{
    /// <summary>What kind of person the path leads to.</summary>
    public required Key<SubjectKind> Kind { get; init; }

    /// <summary>The steps; none when the row itself holds the key of the person.</summary>
    public ValueList<OwnerStep> Steps { get; init; } = [];

    /// <summary>The properties that hold the key of the person, of the row itself or of the entity of the last step.</summary>
    public required ValueList<PropertyPath> Key { get; init; }

    /// <summary>Which rows of that entity are such a person, as a function of the entity or a base of it; <see langword="null"/> for all.</summary>
    public LambdaExpression? Condition { get; init; }
}
