using System.Collections;
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GdprKit.EntityFrameworkCore;

/// <summary>Reads a property of a row by its path, as an expression that Entity Framework Core translates.</summary>
internal static class RowAccess
{
    private static readonly MethodInfo PropertyMethod = typeof(EF).GetMethod(nameof(EF.Property))!;

    private static readonly MethodInfo SelectMethod = Method(nameof(Enumerable.Select));

    private static readonly MethodInfo SelectManyMethod = Method(nameof(Enumerable.SelectMany));

    private static readonly MethodInfo ToListMethod = typeof(Enumerable).GetMethod(nameof(Enumerable.ToList))!;

    /// <summary>The value of a property, or of a collection the list of its values. Values of value types are nullable.</summary>
    public static Expression Value(Expression row, ITypeBase type, PropertyPath path)
    {
        var value = Value(row, type, path.Segments.AsSpan());
        return IsSequence(value, path, type) ? Expression.Call(ToListMethod.MakeGenericMethod(value.Type.GetGenericArguments()[0]), value) : value;
    }

    /// <summary>The values that <see cref="Value(Expression, ITypeBase, PropertyPath)"/> lists; <see langword="null"/> where it reads one.</summary>
    public static Expression? Items(Expression value) => value is MethodCallExpression { Method: { IsGenericMethod: true } method, Arguments: [var items] } && method.GetGenericMethodDefinition() == ToListMethod
        ? items
        : null;

    /// <summary>Whether a path leads to a column of the row's own table, and through no collection and no document.</summary>
    public static bool IsSingle(ITypeBase type, PropertyPath path)
    {
        foreach (var name in path.Segments.AsSpan()[..^1])
        {
            var (_, next, isCollection) = Step(type, name);
            if (isCollection || next.IsMappedToJson())
            {
                return false;
            }

            type = next;
        }

        return !(type.FindProperty(path.Segments[^1])?.IsPrimitiveCollection ?? true);
    }

    /// <summary>The member of a row that a value is put in; a path through a collection has none.</summary>
    public static Expression Place(Expression row, ITypeBase type, PropertyPath path)
    {
        foreach (var name in path.Segments.AsSpan()[..^1])
        {
            var (member, next, _) = Step(type, name);
            (row, type) = (Member(row, member, next.ClrType), next);
        }

        var property = type.FindProperty(path.Segments[^1])!;
        return Member(row, property, property.ClrType);
    }

    /// <summary>The stored property at the end of a path.</summary>
    public static IProperty Property(ITypeBase type, PropertyPath path)
    {
        foreach (var name in path.Segments.AsSpan()[..^1])
        {
            type = Step(type, name).Type;
        }

        return type.FindProperty(path.Segments[^1])!;
    }

    /// <summary>
    /// The items of a collection that is stored as JSON, with the path from an item to the property; <see langword="null"/> when
    /// the path leads through none. Not every database can take such a collection apart, so it is read whole.
    /// </summary>
    public static (Expression Items, ITypeBase Item, PropertyPath Within)? JsonItems(Expression row, ITypeBase type, PropertyPath path)
    {
        for (var i = 0; i < path.Segments.Count - 1; i++)
        {
            var (member, next, isCollection) = Step(type, path.Segments[i]);
            if (isCollection && (next is IComplexType || ((IEntityType)next).IsMappedToJson()))
            {
                return (Member(row, member, member.ClrType), next, PropertyPath.Parse(string.Join('.', path.Segments.Skip(i + 1))));
            }

            if (isCollection)
            {
                return null;
            }

            (row, type) = (Member(row, member, next.ClrType), next);
        }

        return null;
    }

    /// <summary>The values of a property in objects that were read, in order; through collections of every item.</summary>
    public static IEnumerable<object?> ValuesIn(object? item, ITypeBase type, ReadOnlyMemory<string> names)
    {
        if (item is null)
        {
            return [];
        }

        if (type.FindProperty(names.Span[0]) is { } property)
        {
            return [Read(item, property)];
        }

        var (member, next, isCollection) = Step(type, names.Span[0]);
        var value = Read(item, member);
        return isCollection
            ? ((IEnumerable?)value)?.Cast<object?>().SelectMany(each => ValuesIn(each, next, names[1..])) ?? []
            : ValuesIn(value, next, names[1..]);
    }

    private static object? Read(object item, IPropertyBase member) => member.PropertyInfo is { } property ? property.GetValue(item) : member.FieldInfo?.GetValue(item);

    private static Expression Value(Expression row, ITypeBase type, ReadOnlySpan<string> names)
    {
        if (type.FindProperty(names[0]) is { } property)
        {
            return Nullable(Member(row, property, property.ClrType));
        }

        var (member, next, isCollection) = Step(type, names[0]);
        if (!isCollection)
        {
            return Value(Member(row, member, next.ClrType), next, names[1..]);
        }

        var item = Expression.Parameter(next.ClrType, "item");
        var each = Value(item, next, names[1..]);
        var items = Member(row, member, typeof(IEnumerable<>).MakeGenericType(next.ClrType));
        return names.Length > 2 && IsSequenceType(each.Type)
            ? Expression.Call(SelectManyMethod.MakeGenericMethod(next.ClrType, each.Type.GetGenericArguments()[0]), items, Expression.Lambda(each, item))
            : Expression.Call(SelectMethod.MakeGenericMethod(next.ClrType, each.Type), items, Expression.Lambda(each, item));
    }

    private static (IPropertyBase Member, ITypeBase Type, bool IsCollection) Step(ITypeBase type, string name) =>
        type.FindComplexProperty(name) is { } complex ? (complex, complex.ComplexType, complex.IsCollection)
        : (type as IEntityType)?.FindNavigation(name) is { } navigation ? (navigation, navigation.TargetEntityType, navigation.IsCollection)
        : throw new InvalidOperationException($"'{name}' is no member of {type.DisplayName()}.");

    private static Expression Member(Expression row, IPropertyBase member, Type type) => member.PropertyInfo is { } property && !member.IsIndexerProperty()
        ? Expression.Property(row, property)
        : Expression.Call(PropertyMethod.MakeGenericMethod(type), row, Expression.Constant(member.Name));

    /// <summary>What an entity owns may not be there, and then its numbers are not there either.</summary>
    private static Expression Nullable(Expression value) => value.Type.IsValueType && System.Nullable.GetUnderlyingType(value.Type) is null
        ? Expression.Convert(value, typeof(Nullable<>).MakeGenericType(value.Type))
        : value;

    private static bool IsSequence(Expression value, PropertyPath path, ITypeBase type) => path.Segments.Count > 1 && IsSequenceType(value.Type) && Property(type, path).ClrType != value.Type;

    public static bool IsSequenceType(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEnumerable<>);

    private static MethodInfo Method(string name) => typeof(Enumerable).GetMethods().Single(method =>
        method.Name == name
        && method.GetGenericArguments().Length == 2
        && method.GetParameters() is [_, { ParameterType: var selector }]
        && selector.GetGenericArguments().Length == 2);
}
