using System.Linq.Expressions;
using GdprKit.Mapping;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GdprKit.EntityFrameworkCore;

/// <summary>Whether a row is one of several, or lies in a range, by its primary key.</summary>
internal static class RowKeys
{
    private static readonly HashSet<Type> Ordered = [typeof(byte), typeof(short), typeof(int), typeof(long), typeof(ushort), typeof(uint), typeof(ulong), typeof(Guid), typeof(string)];

    /// <summary>The property by whose order the rows of an entity are cut into ranges; <see langword="null"/> when its key has none that every database keeps to.</summary>
    public static PropertyPath? FindOrdered(IEntityType type, ValueList<PropertyPath> key) =>
        key is [var only] && RowAccess.Property(type, only) is { } property && Ordered.Contains(property.ClrType) && property.GetTypeMapping().Converter is null ? only : null;

    /// <summary>Whether a row lies in a range, as the database orders its keys; <see langword="null"/> when every row does.</summary>
    public static Expression? IsIn(Expression row, IEntityType type, RowCondition.InRange range)
    {
        var place = RowAccess.Place(row, type, range.Property);
        return OptionalConditions.All(
            range.After is { } after ? Expression.GreaterThan(Compared(place, after), Expression.Constant(0)) : null,
            range.Through is { } through ? Expression.LessThanOrEqual(Compared(place, through), Expression.Constant(0)) : null);
    }

    public static Expression IsOneOf(Expression row, IEntityType type, ValueList<PropertyPath> key, ValueList<ValueList<object?>> keys)
    {
        if (keys.IsEmpty)
        {
            return Expression.Constant(false);
        }

        return key is [var only]
            ? IsIn(RowAccess.Place(row, type, only), [.. keys.Select(values => values[0])])
            : keys.Select(values => key.Select((path, i) => (Expression)Equals(RowAccess.Place(row, type, path), values[i])).Aggregate(Expression.AndAlso)).Aggregate(Expression.OrElse);
    }

    /// <summary>Whether a column holds one of several values. As one parameter: the statement is the same however many there are, and no database has to count them.</summary>
    public static Expression IsIn(Expression place, object?[] values)
    {
        var typed = Array.CreateInstance(place.Type, values.Length);
        for (var i = 0; i < values.Length; i++)
        {
            typed.SetValue(values[i], i);
        }

        var list = typeof(Parameter<>).MakeGenericType(typed.GetType());
        var parameter = Expression.Call(
            typeof(EF), nameof(EF.Parameter), [typed.GetType()], Expression.Property(Expression.Constant(Activator.CreateInstance(list, typed)), nameof(Parameter<int>.Value)));
        return Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [place.Type], parameter, place);
    }

    private static MethodCallExpression Compared(Expression place, object value) =>
        Expression.Call(place, place.Type.GetMethod(nameof(IComparable.CompareTo), [place.Type])!, ParameterOf(place.Type, value));

    private static BinaryExpression Equals(Expression place, object? value) => Expression.Equal(place, ParameterOf(place.Type, value));

    private static MemberExpression ParameterOf(Type type, object? value) =>
        Expression.Property(Expression.Constant(Activator.CreateInstance(typeof(Parameter<>).MakeGenericType(type), value)), nameof(Parameter<int>.Value));

    /// <summary>A value that Entity Framework Core sends as a parameter and does not write into the statement.</summary>
    private sealed record Parameter<T>(T Value);
}
