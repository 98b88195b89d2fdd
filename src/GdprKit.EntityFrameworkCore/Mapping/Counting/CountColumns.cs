using System.Linq.Expressions;

namespace GdprKit.EntityFrameworkCore;

/// <summary>What an inner statement finds of every row, once, for the counts that an outer one makes of it.</summary>
internal sealed class CountColumns
{
    private readonly List<Expression> _values = [];
    private readonly Dictionary<object, string> _names = [];
    private bool _isTold;

    /// <summary>What to find, in order.</summary>
    public IReadOnlyList<Expression> Values => _values;

    /// <summary>The names of the columns, in order.</summary>
    public IEnumerable<string> Names => _values.Select((_, i) => Name(i));

    /// <summary>A column with a number in the rows that meet a condition, and nothing in the others.</summary>
    /// <param name="about">What it is about; the same has the same column.</param>
    /// <param name="condition">The condition.</param>
    public string Marks(object about, Func<Expression> condition) =>
        Add(about, () => Expression.Condition(condition(), Expression.Constant(_values.Count, typeof(int?)), Expression.Constant(null, typeof(int?))));

    /// <summary>A column with a date.</summary>
    public string Date(RowTime time) => Add(time, () => Apart(time.Comparable));

    /// <summary>A column with a number that is the same in every row.</summary>
    /// <param name="about">What it is about; the same has the same column.</param>
    /// <param name="total">The number.</param>
    public string Total(object about, Func<Expression> total) => Add(about, () => Apart(Expression.Convert(total(), typeof(long?))));

    private static string Name(int column) => $"c{column}";

    private string Add(object about, Func<Expression> value)
    {
        if (!_names.TryGetValue(about, out var name))
        {
            name = Name(_values.Count);
            _values.Add(value());
            _names.Add(about, name);
        }

        return name;
    }

    // Entity Framework Core makes one column of two that look alike, and they would no longer be in order. A mark has its own number.
    private Expression Apart(Expression value)
    {
        var number = _values.Count;
        var apart = _isTold
            ? Expression.Condition(Expression.Equal(StatementParameter.Of(number, typeof(int)), Expression.Constant(number)), value, Expression.Constant(null, value.Type))
            : value;
        _isTold = true;
        return apart;
    }
}
