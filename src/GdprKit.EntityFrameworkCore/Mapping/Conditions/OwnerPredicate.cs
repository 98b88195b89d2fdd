using System.Linq.Expressions;
using System.Reflection;
using GdprKit.Mapping;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GdprKit.EntityFrameworkCore;

/// <summary>Whether a row belongs to a person, as a condition that the database answers.</summary>
internal sealed class OwnerPredicate(DbContext context)
{
    private static readonly MethodInfo AnyMethod = typeof(Queryable).GetMethods()
        .Single(method => method.Name == nameof(Queryable.Any) && method.GetParameters().Length == 2);

    private readonly OrdinalEquality _equality = new(context);

    /// <summary>The database of the rows.</summary>
    public Dialect Dialect => _equality.Dialect;

    /// <summary>The condition that a row belongs to a person; <see langword="null"/> when no row can belong to them by this path.</summary>
    public Expression? Of(Expression row, IEntityType type, OwnerPath owner, SubjectId subject) =>
        owner.Kind == subject.Kind && owner.Key.Count == subject.Key.Count ? Follow(row, type, owner, 0, (target, person) => IsPerson(target, person, owner, subject)) : null;

    /// <summary>The condition that a row belongs to somebody by a path.</summary>
    public Expression OfAnybody(Expression row, IEntityType type, OwnerPath owner) => Follow(row, type, owner, 0, (target, person) => IsSomebody(target, person, owner))!;

    /// <summary>Whether some row of an entity has the values that a row has, and meets a condition.</summary>
    public Expression Exists(Expression row, IEntityType type, ValueList<PropertyPath> here, IEntityType target, ValueList<PropertyPath> there, string name, Func<ParameterExpression, Expression?> condition)
    {
        var other = Expression.Parameter(target.ClrType, name);
        var joined = here.Select((path, i) => _equality.ToColumn(
            RowAccess.Value(other, target, there[i]), RowAccess.Property(target, there[i]), RowAccess.Value(row, type, path)));
        var conditions = condition(other) is { } rest ? joined.Append(rest) : joined;
        return Expression.Call(
            AnyMethod.MakeGenericMethod(target.ClrType),
            Rows.Of(context, target).Expression,
            Expression.Quote(Expression.Lambda(conditions.Aggregate(Expression.AndAlso), other)));
    }

    private Expression? Follow(Expression row, IEntityType type, OwnerPath owner, int step, Func<IEntityType, Expression, Expression?> isPerson)
    {
        if (step == owner.Steps.Count)
        {
            return isPerson(type, row);
        }

        var (from, entity, to) = owner.Steps[step];
        var target = context.Model.FindEntityType(entity)!;
        var isPossible = true;
        var exists = Exists(row, type, from, target, to, $"owner{step}", other =>
        {
            var rest = Follow(other, target, owner, step + 1, isPerson);
            isPossible = rest is not null;
            return rest;
        });
        return isPossible ? exists : null;
    }

    private Expression? IsPerson(IEntityType type, Expression row, OwnerPath owner, SubjectId subject)
    {
        var conditions = new List<Expression>();
        for (var i = 0; i < owner.Key.Count; i++)
        {
            var property = RowAccess.Property(type, owner.Key[i]);
            if (KeyText.Read(subject.Key[i], property) is not { } value)
            {
                return null;
            }

            var column = RowAccess.Value(row, type, owner.Key[i]);
            conditions.Add(_equality.ToValue(column, property, value));
        }

        return (owner.Condition is { } condition ? conditions.Append(HostFunction.Of(condition, row)) : conditions).Aggregate(Expression.AndAlso);
    }

    private static Expression IsSomebody(IEntityType type, Expression row, OwnerPath owner)
    {
        var hasKey = owner.Key.Select(path => RowAccess.Value(row, type, path)).Select(column => (Expression)Expression.NotEqual(column, Expression.Constant(null, column.Type)));
        return (owner.Condition is { } condition ? hasKey.Append(HostFunction.Of(condition, row)) : hasKey).Aggregate(Expression.AndAlso);
    }
}
