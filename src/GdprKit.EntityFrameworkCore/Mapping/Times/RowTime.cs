using System.Linq.Expressions;

namespace GdprKit.EntityFrameworkCore;

/// <summary>A date of a row, in the form in which a database finds rows by it.</summary>
/// <param name="value">The date as it is read; nullable.</param>
internal abstract class RowTime(Expression value)
{
    /// <summary>The date as it is read; nullable.</summary>
    public Expression Value { get; } = value;

    /// <summary>That the row has the date, and it lies in a range.</summary>
    /// <param name="from">The first value that counts.</param>
    /// <param name="until">The first that no longer counts, or <see langword="null"/> without an end.</param>
    public abstract Expression IsIn(object from, object? until);

    /// <summary>The opposite, of a row without the date as well.</summary>
    public abstract Expression IsNotIn(object from, object? until);

    /// <summary>That the row has no such date.</summary>
    public abstract Expression IsMissing { get; }

    /// <summary>That the row has the date.</summary>
    public abstract Expression IsThere { get; }
}
