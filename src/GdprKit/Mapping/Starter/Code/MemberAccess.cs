using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace GdprKit.Mapping;

/// <summary>How code gets from an object to a property.</summary>
internal static class MemberAccess
{
    /// <summary>
    /// What follows the dot behind the object: <c>Home!.City</c>; <see langword="null"/> when no expression leads there, because the
    /// class has no such member, other code may not use it, or it lies in a collection.
    /// </summary>
    public static string? Of(Type type, PropertyPath path)
    {
        var names = new List<string>();
        var at = type;
        for (var i = 0; i < path.Segments.Count; i++)
        {
            if (Find(at, path.Segments[i]) is not { } member)
            {
                return null;
            }

            at = TypeOf(member);
            var isLast = i == path.Segments.Count - 1;
            if (!isLast && (IsCollection(at) || Nullable.GetUnderlyingType(at) is not null))
            {
                return null;
            }

            names.Add(CSharpName.Escape(member.Name) + (!isLast && MayBeNull(member) ? "!" : ""));
        }

        return string.Join('.', names);
    }

    /// <summary>As <see cref="Of"/>, so that something can be called on the result without a warning: <c>Invoices!</c>.</summary>
    public static string? Dereferenced(Type type, PropertyPath path) =>
        Of(type, path) is { } access ? access + (Last(type, path) is { } member && MayBeNull(member) ? "!" : "") : null;

    /// <summary>Whether several objects are there, on which something can be computed.</summary>
    public static bool IsCollection(Type type, PropertyPath path) => Of(type, path) is not null && Last(type, path) is { } member && IsCollection(TypeOf(member));

    private static MemberInfo? Last(Type type, PropertyPath path)
    {
        MemberInfo? member = null;
        foreach (var name in path.Segments)
        {
            member = Find(type, name);
            type = member is null ? type : TypeOf(member);
        }

        return member;
    }

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "Code is proposed while developing, where nothing is trimmed; a member that is not found is named by a text.")]
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "Code is proposed while developing, where nothing is trimmed; a member that is not found is named by a text.")]
    private static MemberInfo? Find(Type type, string name)
    {
        const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly;
        for (var at = type; at is not null; at = at.BaseType)
        {
            if (Array.Find(at.GetProperties(Declared), property => property.Name == name && property.GetIndexParameters().Length == 0) is { GetMethod.IsPublic: true } property)
            {
                return property;
            }

            if (at.GetField(name, Declared) is { } field)
            {
                return field;
            }
        }

        return null;
    }

    private static Type TypeOf(MemberInfo member) => member is PropertyInfo property ? property.PropertyType : ((FieldInfo)member).FieldType;

    private static bool IsCollection(Type type) => type != typeof(string) && typeof(IEnumerable).IsAssignableFrom(type);

    private static bool MayBeNull(MemberInfo member)
    {
        var context = new NullabilityInfoContext();
        var nullability = member is PropertyInfo property ? context.Create(property) : context.Create((FieldInfo)member);
        return nullability.ReadState is NullabilityState.Nullable;
    }
}
