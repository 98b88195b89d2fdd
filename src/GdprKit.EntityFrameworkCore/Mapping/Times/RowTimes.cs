using System.Linq.Expressions;
using GdprKit.Mapping;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GdprKit.EntityFrameworkCore;

/// <summary>Reads what a map says about a date, and recognizes what a database can answer faster than by computing it.</summary>
internal sealed class RowTimes(IModel model, Dialect dialect)
{
    /// <summary>A date of a row.</summary>
    /// <param name="time">What the map says.</param>
    /// <param name="row">The row.</param>
    /// <param name="type">Its entity.</param>
    public RowTime Of(StoreTime time, Expression row, IEntityType type) => time.Property is { } path
        ? new PlainTime(RowAccess.Value(row, type, path), TimeColumn.Of(RowAccess.Property(type, path), dialect))
        : Of(HostFunction.Of(time.Value!, row));

    private RowTime Of(Expression date)
    {
        var value = Nullable(date);
        return StoredProperty.Strip(date) switch
        {
            MethodCallExpression call when ExtremeCall.Read(call) is { } extreme => Extreme(value, extreme),
            MemberExpression { Expression: MethodCallExpression call } member when ExtremeCall.ReadFirst(call, member, model) is { } first => Extreme(value, first),
            MethodCallExpression call when ExtremeCall.ReadFirst(call, member: null, model) is { } first => Extreme(value, first),
            BinaryExpression { NodeType: ExpressionType.Coalesce } fallback when Of(fallback.Left) is var first and not PlainTime => new FallbackTime(value, first, Of(fallback.Right)),
            _ => new PlainTime(value, TimeColumn.Of(value, model, dialect)),
        };
    }

    private ExtremeTime Extreme(Expression value, ExtremeCall extreme) =>
        new(value, extreme.Rows, extreme.Row, Nullable(extreme.Date), extreme.IsLatest, TimeColumn.Of(extreme.Stored, model, dialect));

    /// <summary>What C# says is always there need not be there: of no invoices there is no last one.</summary>
    private static Expression Nullable(Expression date) => date.Type.IsValueType && System.Nullable.GetUnderlyingType(date.Type) is null
        ? Expression.Convert(date, typeof(Nullable<>).MakeGenericType(date.Type))
        : date;
}
