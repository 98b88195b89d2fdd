using System.Linq.Expressions;

namespace GdprKit.Mapping;

/// <summary>
/// A condition on a row of an entity, in the few words that a store must know to count and to find: a database makes a statement
/// of it, a store without a query language asks every row.
/// </summary>
/// <remarks>
/// Two-valued: what is unknown of a row meets nothing, and what negates it is met. Immutable. Safe for use by several threads.
/// </remarks>
public abstract partial record RowCondition
{
    private RowCondition()
    {
    }

    /// <summary>Met by every row.</summary>
    public static RowCondition Always { get; } = new AllOf([]);

    /// <summary>Met by no row.</summary>
    public static RowCondition Never { get; } = new AnyOf([]);

    /// <summary>
    /// The row has a date, and it lies in a range. Both ends are values of the type of the date, made for its meaning by
    /// <see cref="StoreTime.StartOf"/>: no store computes with calendars or time zones.
    /// </summary>
    /// <param name="Time">The date.</param>
    /// <param name="From">The first value that counts.</param>
    /// <param name="Until">The first value that no longer counts, or <see langword="null"/> without an end.</param>
    public sealed record Between(StoreTime Time, object From, object? Until) : RowCondition;

    /// <summary>The row belongs to a person.</summary>
    /// <param name="Subject">The person.</param>
    /// <param name="By">By which of <see cref="StoreEntity.Owners"/>; <see langword="null"/>, the default, for any of them.</param>
    public sealed record BelongsTo(SubjectId Subject, OwnerPath? By = null) : RowCondition;

    /// <summary>The row belongs to somebody by a path: it leads to a row that is such a person.</summary>
    /// <param name="Owner">One of <see cref="StoreEntity.Owners"/>.</param>
    public sealed record HasOwner(OwnerPath Owner) : RowCondition;

    /// <summary>What the map's own function says of the row.</summary>
    /// <param name="Function">A function of the entity, or of a base of it, to <see cref="bool"/>.</param>
    public sealed record Meets(LambdaExpression Function) : RowCondition;

    /// <summary>Some row of an entity has the same values as this row, and meets a condition itself: an invoice that refers to this customer.</summary>
    /// <param name="Entity">The name of that entity; rows of entities derived from it count as well.</param>
    /// <param name="There">The properties there.</param>
    /// <param name="Here">The properties of this row, as many and in the same order. What is empty equals nothing.</param>
    /// <param name="That">What the other row must meet.</param>
    public sealed record HasRelated(string Entity, ValueList<PropertyPath> There, ValueList<PropertyPath> Here, RowCondition That) : RowCondition;

    /// <summary>The opposite of a condition.</summary>
    /// <param name="Condition">The condition.</param>
    public sealed record Opposite(RowCondition Condition) : RowCondition;

    /// <summary>Every one of several conditions; met when there is none.</summary>
    /// <param name="Conditions">The conditions.</param>
    public sealed record AllOf(ValueList<RowCondition> Conditions) : RowCondition;

    /// <summary>At least one of several conditions; not met when there is none.</summary>
    /// <param name="Conditions">The conditions.</param>
    public sealed record AnyOf(ValueList<RowCondition> Conditions) : RowCondition;
}
