using System.Linq.Expressions;
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

    private static LambdaExpression IsSomething(Type type)
    {
        var item = Expression.Parameter(type, "item");
        return Expression.Lambda(Expression.NotEqual(item, Expression.Constant(null, type)), item);
    }
}
