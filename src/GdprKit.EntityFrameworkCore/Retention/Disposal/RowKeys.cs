using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GdprKit.EntityFrameworkCore;

/// <summary>Whether a row is one of several, by its primary key.</summary>
internal static class RowKeys
{
    public static Expression IsOneOf(Expression row, IEntityType type, ValueList<PropertyPath> key, ValueList<ValueList<object?>> keys)
    {
        if (keys.IsEmpty)
        {
            return Expression.Constant(false);
        }

        return key is [var only]
            ? Contains(RowAccess.Place(row, type, only), keys)
            : keys.Select(values => key.Select((path, i) => (Expression)Equals(RowAccess.Place(row, type, path), values[i])).Aggregate(Expression.AndAlso)).Aggregate(Expression.OrElse);
    }

    // As one parameter: the statement is the same however many there are.
    private static MethodCallExpression Contains(Expression place, ValueList<ValueList<object?>> keys)
    {
        var values = Array.CreateInstance(place.Type, keys.Count);
        for (var i = 0; i < keys.Count; i++)
        {
            values.SetValue(keys[i][0], i);
        }

        var list = typeof(Parameter<>).MakeGenericType(values.GetType());
        return Expression.Call(
            typeof(Enumerable), nameof(Enumerable.Contains), [place.Type], Expression.Property(Expression.Constant(Activator.CreateInstance(list, values)), nameof(Parameter<int>.Value)), place);
    }

    private static BinaryExpression Equals(Expression place, object? value)
    {
        var parameter = typeof(Parameter<>).MakeGenericType(place.Type);
        return Expression.Equal(place, Expression.Property(Expression.Constant(Activator.CreateInstance(parameter, value)), nameof(Parameter<int>.Value)));
    }

    /// <summary>A value that Entity Framework Core sends as a parameter and does not write into the statement.</summary>
    private sealed record Parameter<T>(T Value);
}
