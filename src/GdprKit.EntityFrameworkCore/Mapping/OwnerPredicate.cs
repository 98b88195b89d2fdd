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

    /// <summary>The condition on a row; <see langword="null"/> when no row can belong to this person by this path.</summary>
    public Expression? Of(Expression row, IEntityType type, OwnerPath owner, SubjectId subject) =>
        owner.Kind == subject.Kind && owner.Key.Count == subject.Key.Count ? Follow(row, type, owner, 0, subject) : null;

    private Expression? Follow(Expression row, IEntityType type, OwnerPath owner, int step, SubjectId subject)
    {
        if (step == owner.Steps.Count)
        {
            return IsPerson(row, type, owner, subject);
        }

        var (from, entity, to) = owner.Steps[step];
        var target = context.Model.FindEntityType(entity)!;
        var other = Expression.Parameter(target.ClrType, $"owner{step}");
        if (Follow(other, target, owner, step + 1, subject) is not { } rest)
        {
            return null;
        }

        var conditions = from.Select((path, i) => Expression.Equal(RowAccess.Value(other, target, to[i]), RowAccess.Value(row, type, path))).Append(rest);
        return Expression.Call(
            AnyMethod.MakeGenericMethod(target.ClrType),
            Rows.Of(context, target).Expression,
            Expression.Quote(Expression.Lambda(conditions.Aggregate(Expression.AndAlso), other)));
    }

    private Expression? IsPerson(Expression row, IEntityType type, OwnerPath owner, SubjectId subject)
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
            conditions.Add(OrdinalCollation.Equal(column, Parameter(value, column.Type), context.Database.ProviderName));
        }

        if (owner.Condition is { } condition)
        {
            conditions.Add(new Replacement(condition.Parameters[0], row).Visit(condition.Body));
        }

        return conditions.Aggregate(Expression.AndAlso);
    }

    /// <summary>A value that becomes a parameter of the statement and not a part of its text: one plan for all people.</summary>
    private static MemberExpression Parameter(object value, Type type)
    {
        var holder = typeof(Holder<>).MakeGenericType(type);
        return Expression.Field(Expression.Constant(Activator.CreateInstance(holder, value), holder), nameof(Holder<>.Value));
    }

    private sealed class Holder<T>(T value)
    {
        public readonly T Value = value;
    }

    private sealed class Replacement(ParameterExpression parameter, Expression row) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) =>
            node != parameter ? node : parameter.Type == row.Type ? row : Expression.Convert(row, parameter.Type);
    }
}
