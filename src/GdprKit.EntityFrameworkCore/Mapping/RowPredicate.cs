using System.Diagnostics;
using System.Linq.Expressions;
using GdprKit.Mapping;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GdprKit.EntityFrameworkCore;

/// <summary>
/// A condition on a row as an expression that the database answers. A database has three answers, a condition has two: opposites
/// are worked inwards to where an empty column can be named.
/// </summary>
internal sealed class RowPredicate(DbContext context)
{
    private readonly OwnerPredicate _owners = new(context);

    public Expression Of(RowCondition condition, Expression row, IEntityType type, StoreEntity entity) => Of(condition, row, type, entity.Owners, isMet: true);

    /// <summary>The date of a row; always nullable.</summary>
    public static Expression Time(StoreTime time, Expression row, IEntityType type)
    {
        var value = time.Property is { } path ? RowAccess.Value(row, type, path) : HostFunction.Of(time.Value!, row);
        return Nullable.GetUnderlyingType(value.Type) is null && value.Type.IsValueType ? Expression.Convert(value, typeof(Nullable<>).MakeGenericType(value.Type)) : value;
    }

    private Expression Of(RowCondition condition, Expression row, IEntityType type, ValueList<OwnerPath> owners, bool isMet) => condition switch
    {
        RowCondition.Opposite opposite => Of(opposite.Condition, row, type, owners, !isMet),
        RowCondition.AllOf all => Join(all.Conditions.Select(each => Of(each, row, type, owners, isMet)), all: isMet),
        RowCondition.AnyOf any => Join(any.Conditions.Select(each => Of(each, row, type, owners, isMet)), all: !isMet),
        RowCondition.Between between => Between(between, Time(between.Time, row, type), isMet),
        _ => Answer(Plain(condition, row, type, owners), isMet),
    };

    private Expression Plain(RowCondition condition, Expression row, IEntityType type, ValueList<OwnerPath> owners) => condition switch
    {
        RowCondition.Meets meets => HostFunction.Of(meets.Function, row),
        RowCondition.HasOwner has => _owners.OfAnybody(row, type, has.Owner),
        RowCondition.BelongsTo belongs => Join(owners.Where(owner => belongs.By is null || owner == belongs.By).Select(owner => _owners.Of(row, type, owner, belongs.Subject)).OfType<Expression>(), all: false),
        RowCondition.HasRelated related => Related(related, row, type),
        _ => throw new UnreachableException(),
    };

    private Expression Related(RowCondition.HasRelated related, Expression row, IEntityType type)
    {
        var target = context.Model.FindEntityType(related.Entity)!;
        // The owners of the other row are never asked for: whose it is does not decide whether it is related.
        return _owners.Exists(row, type, related.Here, target, related.There, "related", other => Of(related.That, other, target, [], isMet: true));
    }

    private static Expression Between(RowCondition.Between between, Expression value, bool isMet)
    {
        var none = Expression.Equal(value, Expression.Constant(null, value.Type));
        var from = StatementParameter.Of(between.From, value.Type);
        var until = between.Until is { } end ? StatementParameter.Of(end, value.Type) : null;
        return isMet
            ? until is null ? Expression.GreaterThanOrEqual(value, from) : Expression.AndAlso(Expression.GreaterThanOrEqual(value, from), Expression.LessThan(value, until))
            : Join([none, Expression.LessThan(value, from), .. until is null ? Array.Empty<Expression>() : [Expression.GreaterThanOrEqual(value, until)]], all: false);
    }

    private static Expression Answer(Expression condition, bool isMet) => isMet
        ? condition
        : Expression.Equal(Expression.Condition(condition, Expression.Constant(1), Expression.Constant(0)), Expression.Constant(0));

    private static Expression Join(IEnumerable<Expression> conditions, bool all) =>
        conditions.ToList() is { Count: > 0 } several ? several.Aggregate(all ? Expression.AndAlso : Expression.OrElse) : Expression.Constant(all);
}
