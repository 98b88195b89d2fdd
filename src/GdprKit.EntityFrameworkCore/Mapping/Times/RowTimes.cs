using System.Linq.Expressions;
using GdprKit.Mapping;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;

namespace GdprKit.EntityFrameworkCore;

/// <summary>Reads what maps say about the dates of a row, and recognizes what a database can answer faster than by computing it.</summary>
/// <param name="row">The row.</param>
/// <param name="type">Its entity.</param>
/// <param name="model">The host's model.</param>
/// <param name="dialect">Its database.</param>
/// <param name="texts">What is known of texts.</param>
internal sealed class RowTimes(Expression row, IEntityType type, IModel model, Dialect dialect, TextDates texts)
{
    private readonly Dictionary<Expression, RowTime> _known = new(ExpressionEqualityComparer.Instance);

    /// <summary>The dates that were read.</summary>
    public IEnumerable<RowTime> Known => _known.Values;

    /// <summary>A date as it is found; nullable.</summary>
    public Expression Value(StoreTime time) => Nullable(Date(time));

    /// <summary>A date as it is read. A text that is none counts as the latest of all, as where rows are found by it: it is there, and never due.</summary>
    public ReadValue Read(StoreTime time)
    {
        var value = Value(time);
        return ReadValue.Of(
            value,
            time.Property is { } path ? RowAccess.Property(type, path) : new StoredProperty(model).Behind(value),
            dialect,
            unreadable: _ => Moment.Latest(value.Type));
    }

    /// <summary>A date as dates of which the first that the row has counts; mostly one.</summary>
    public IReadOnlyList<RowTime> Alternatives(StoreTime time) => time.Property is { } path
        ? [Intern(Value(time), value => new PlainTime(value, TimeColumn.Of(RowAccess.Property(type, path), dialect, texts)))]
        : [.. Alternatives(Date(time)).Select(date => Intern(Nullable(date), value => Read(date, value)))];

    private Expression Date(StoreTime time) => time.Property is { } path ? RowAccess.Value(row, type, path) : HostFunction.Of(time.Value!, row);

    // To look at columns one by one gains nothing.
    private static IEnumerable<Expression> Alternatives(Expression date) =>
        StoredProperty.Strip(date) is BinaryExpression { NodeType: ExpressionType.Coalesce, Conversion: null } either && Subqueries.AreIn(either.Left)
            ? Alternatives(either.Left).Concat(Alternatives(either.Right))
            : [date];

    private RowTime Intern(Expression value, Func<Expression, RowTime> read)
    {
        if (!_known.TryGetValue(value, out var time))
        {
            _known.Add(value, time = read(value));
        }

        return time;
    }

    private RowTime Read(Expression date, Expression value) => StoredProperty.Strip(date) switch
    {
        MethodCallExpression call when ExtremeCall.Read(call) is { } extreme => Extreme(value, extreme),
        MethodCallExpression call when ExtremeCall.ReadFirst(call, member: null, model) is { } first => Extreme(value, first),
        MemberExpression { Expression: MethodCallExpression call } member when ExtremeCall.ReadFirst(call, member, model) is { } first => Extreme(value, first),
        _ => new PlainTime(value, TimeColumn.Of(value, model, dialect, texts)),
    };

    private ExtremeTime Extreme(Expression value, ExtremeCall extreme) =>
        new(value, extreme with { Date = Nullable(extreme.Date) }, TimeColumn.Of(extreme.Stored, model, dialect, texts));

    /// <summary>What C# says is always there need not be there: of no invoices there is no last one.</summary>
    private static Expression Nullable(Expression date) => date.Type.IsValueType && System.Nullable.GetUnderlyingType(date.Type) is null
        ? Expression.Convert(date, typeof(Nullable<>).MakeGenericType(date.Type))
        : date;
}
