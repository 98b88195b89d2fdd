using System.Diagnostics;
using System.Linq.Expressions;
using GdprKit.Mapping;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GdprKit.EntityFrameworkCore;

/// <summary>
/// A condition on a row as an expression that the database answers. Opposites are worked inwards to where an empty column can be
/// named: what the database does not know meets nothing, and what negates it is met.
/// </summary>
internal sealed class RowPredicate(DbContext context)
{
    private readonly OwnerPredicate _owners = new(context);

    /// <summary>The dates of rows.</summary>
    public RowTimes Times { get; } = new(context.Model, Dialect.Of(context));

    /// <summary>The condition on a row.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="row">The row.</param>
    /// <param name="type">Its entity in the model.</param>
    /// <param name="entity">Its entity as the maps say.</param>
    public Expression Of(RowCondition condition, Expression row, IEntityType type, StoreEntity entity) => Of(condition, new Row(row, type, entity.Owners), isMet: true);

    private Expression Of(RowCondition condition, Row row, bool isMet) => condition switch
    {
        RowCondition.Opposite opposite => Of(opposite.Condition, row, !isMet),
        RowCondition.AllOf all => Join(all.Conditions.Select(each => Of(each, row, isMet)), all: isMet),
        RowCondition.AnyOf any => Join(any.Conditions.Select(each => Of(each, row, isMet)), all: !isMet),
        RowCondition.Between between when Times.Of(between.Time, row.Value, row.Type) is var time => isMet ? time.IsIn(between.From, between.Until) : time.IsNotIn(between.From, between.Until),
        _ => isMet ? Plain(condition, row) : TwoValued.Opposite(Plain(condition, row), _owners.Dialect),
    };

    private Expression Plain(RowCondition condition, Row row) => condition switch
    {
        RowCondition.Meets meets => HostFunction.Of(meets.Function, row.Value),
        RowCondition.HasOwner has => _owners.OfAnybody(row.Value, row.Type, has.Owner),
        RowCondition.BelongsTo belongs => Join(Ways(belongs, row).Select(owner => _owners.Of(row.Value, row.Type, owner, belongs.Subject)).OfType<Expression>(), all: false),
        RowCondition.HasRelated related => Related(related, row),
        _ => throw new UnreachableException(),
    };

    private static IEnumerable<OwnerPath> Ways(RowCondition.BelongsTo belongs, Row row) => row.Owners.Where(owner => belongs.By is null || owner == belongs.By);

    private Expression Related(RowCondition.HasRelated related, Row row)
    {
        var target = context.Model.FindEntityType(related.Entity)!;
        // The owners of the other row are never asked for: whose it is does not decide whether it is related.
        return _owners.Exists(row.Value, row.Type, related.Here, target, related.There, "related", other => Of(related.That, new Row(other, target, []), isMet: true));
    }

    private static Expression Join(IEnumerable<Expression> conditions, bool all)
    {
        var undecided = new List<Expression>();
        foreach (var condition in conditions)
        {
            if (condition is not ConstantExpression { Value: bool known })
            {
                undecided.Add(condition);
            }
            else if (known != all)
            {
                return condition;
            }
        }

        return undecided.Count == 0 ? Expression.Constant(all) : undecided.Aggregate(all ? Expression.AndAlso : Expression.OrElse);
    }

    private sealed record Row(Expression Value, IEntityType Type, ValueList<OwnerPath> Owners);
}
