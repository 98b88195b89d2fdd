using GdprKit.Mapping;

namespace GdprKit.Retention;

/// <summary>Rows that go together with others in one transaction: what protects them may protect those as well.</summary>
/// <param name="Entity">Whose rows.</param>
/// <param name="Related">From a condition on them to the condition on the others that one of them belongs to it and meets it.</param>
internal sealed record Kin(PlannedEntity Entity, Func<RowCondition, RowCondition> Related)
{
    /// <summary>Whether only what protects these very rows protects the others, and not what protects all rows of their entity.</summary>
    public bool IsAskedRowByRow { get; init; }

    /// <summary>The very rows that are asked.</summary>
    public static Kin Itself(PlannedEntity entity) => new(entity, that => that);

    /// <summary>The same rows, asked from those that refer to the rows from which they were asked.</summary>
    /// <param name="dependent">How those refer.</param>
    /// <param name="owner">To which rows.</param>
    /// <param name="together">The rows.</param>
    public static IReadOnlyList<Kin> SeenFrom(PlannedDependent dependent, PlannedEntity owner, IEnumerable<Kin> together) =>
        [.. together.Select(kin => kin with { Related = that => Above(dependent, owner, kin.Related(that)) })];

    /// <summary>The same rows, asked from the rows to which those refer from which they were asked.</summary>
    /// <param name="dependent">How those refer.</param>
    /// <param name="member">Those.</param>
    public Kin Below(PlannedDependent dependent, PlannedEntity member) => this with { Related = that => RowRetention.Refers(dependent, member.Name, Related(that)) };

    /// <summary>A row refers to one that meets a condition.</summary>
    /// <param name="dependent">How it refers.</param>
    /// <param name="owner">To which rows.</param>
    /// <param name="that">The condition.</param>
    public static RowCondition Above(PlannedDependent dependent, PlannedEntity owner, RowCondition that) => that == RowCondition.Never
        ? RowCondition.Never
        : new RowCondition.HasRelated(owner.Name, dependent.Reference.TargetProperties, dependent.Reference.Properties, that);
}
