using System.Diagnostics;
using System.Linq.Expressions;
using GdprKit.Mapping;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GdprKit.EntityFrameworkCore;

/// <summary>Whether a row holds a value, as an expression that Entity Framework Core translates.</summary>
internal static class RowValues
{
    /// <summary>Whether a property of a row, or of an item of a collection that it owns, holds a value.</summary>
    public static Expression Holds(Expression row, ITypeBase type, PropertyPath path)
    {
        // Not every database can take such a collection apart; what is uncertain is there.
        if (RowAccess.JsonItems(row, type, path) is not null)
        {
            return Expression.Constant(true);
        }

        var value = RowAccess.Value(row, type, path);
        return RowAccess.Items(value) is { } items
            ? Expression.Call(typeof(Enumerable), nameof(Enumerable.Any), [items.Type.GetGenericArguments()[0]], items, IsSomething(items.Type.GetGenericArguments()[0]))
            : Expression.NotEqual(value, Expression.Constant(null, value.Type));
    }

    /// <summary>Whether a property of a row holds another value than what takes its place.</summary>
    public static Expression Holds(Expression row, ITypeBase type, FieldReplacement replacement, OrdinalEquality equality)
    {
        var holds = Holds(row, type, replacement.Property);

        // What cannot be recognised counts as not replaced: what is uncertain is there.
        return RowAccess.IsSingle(type, replacement.Property) && RowAccess.Property(type, replacement.Property) is var property && Replaceability.IsRecognised(property, replacement.By)
            ? Expression.AndAlso(holds, Expression.Not(Is(RowAccess.Value(row, type, replacement.Property), property, replacement.By, equality)))
            : holds;
    }

    private static Expression Is(Expression value, IProperty property, Replacement by, OrdinalEquality equality) => by switch
    {
        Replacement.Constant constant => equality.ToValue(value, property, constant.Value),
        Replacement.PerRow { Suffix: "" } text => Expression.AndAlso(HasLength(value, text.Length), equality.ToPart(value, property, 0, text.Prefix)),
        Replacement.PerRow text => Expression.AndAlso(
            Expression.AndAlso(HasLength(value, text.Length), equality.ToPart(value, property, 0, text.Prefix)),
            equality.ToPart(value, property, text.Length - text.Suffix.Length, text.Suffix)),
        _ => throw new UnreachableException(),
    };

    private static BinaryExpression HasLength(Expression text, int length) => Expression.Equal(Expression.Property(text, nameof(string.Length)), Expression.Constant(length));

    private static LambdaExpression IsSomething(Type type)
    {
        var item = Expression.Parameter(type, "item");
        return Expression.Lambda(Expression.NotEqual(item, Expression.Constant(null, type)), item);
    }
}
