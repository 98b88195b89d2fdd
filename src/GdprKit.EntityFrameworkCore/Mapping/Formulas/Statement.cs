using System.Linq.Expressions;

namespace GdprKit.EntityFrameworkCore;

/// <summary>Something that the database says of a row; the same object wherever the same is asked.</summary>
/// <param name="condition">The condition.</param>
internal sealed class Statement(Expression condition)
{
    public Expression Condition { get; } = condition;

    /// <summary>Whether it is about other rows than the one that it is asked of.</summary>
    public bool IsHeavy { get; } = Subqueries.AreIn(condition);
}
