using System.Linq.Expressions;

namespace GdprKit.EntityFrameworkCore;

/// <summary>A date of a row, in the form in which a database finds rows by it; the same object wherever the same date is asked.</summary>
/// <param name="value">The date; nullable.</param>
/// <param name="column">The column that it comes from.</param>
internal abstract class RowTime(Expression value, TimeColumn column)
{
    /// <summary>The date; nullable.</summary>
    public Expression Value { get; } = value;

    /// <summary>The column that it comes from.</summary>
    public TimeColumn Column { get; } = column;

    /// <summary>Whether a database must look at other rows for it.</summary>
    public bool IsHeavy { get; } = Subqueries.AreIn(value);

    /// <summary>The date as it is compared with any number of bounds once it was found; nullable.</summary>
    public abstract Expression Comparable { get; }

    /// <summary>That the row has the date, and it is a bound or later.</summary>
    /// <param name="bound">The bound, or <see langword="null"/> when any date is enough.</param>
    public abstract Expression Reaches(object? bound);

    /// <summary>The opposite: the row has no such date, or an earlier one.</summary>
    /// <param name="bound">The bound, or <see langword="null"/> when no date is early enough.</param>
    public abstract Expression Misses(object? bound);

    /// <summary>That the date reaches a bound and misses another, said together.</summary>
    /// <param name="from">The bound that it reaches, or <see langword="null"/> when any date is late enough.</param>
    /// <param name="until">The bound that it misses.</param>
    public abstract Expression IsIn(object? from, object until);

    /// <summary>That the date misses a bound or reaches a later one, said together.</summary>
    /// <param name="from">The bound that it misses, or <see langword="null"/> when no date is early enough.</param>
    /// <param name="until">The bound that it reaches.</param>
    public abstract Expression IsNotIn(object? from, object until);
}
