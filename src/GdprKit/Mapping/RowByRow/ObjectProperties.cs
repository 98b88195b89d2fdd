using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace GdprKit.Mapping;

/// <summary>Reads a property of an object by its path.</summary>
[RequiresUnreferencedCode("Properties are read by name.")]
internal static class ObjectProperties
{
    /// <summary>The value; through a collection the list of the values of every item.</summary>
    public static object? Read(object item, PropertyPath path) => Read(item, path.Segments.AsSpan());

    private static object? Read(object? item, ReadOnlySpan<string> names)
    {
        for (var i = 0; i < names.Length && item is not null; i++)
        {
            var member = Member(item.GetType(), names[i]);
            item = member.GetValue(item);
            if (i + 1 < names.Length && member.PropertyType.IsAssignableTo(typeof(IEnumerable)))
            {
                return ReadEach((IEnumerable?)item ?? Array.Empty<object>(), names[(i + 1)..]);
            }
        }

        return item;
    }

    private static ValueList<object?> ReadEach(IEnumerable items, ReadOnlySpan<string> names)
    {
        var values = new List<object?>();
        foreach (var each in items)
        {
            var value = Read(each, names);
            // A collection in a collection: one list of all.
            values.AddRange(value is ValueList<object?> several ? several : [value]);
        }

        return values.ToValueList();
    }

    private static PropertyInfo Member(Type type, string name) =>
        type.GetProperty(name, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic) ?? throw new InvalidOperationException(
            $"{MappingMessages.MemberMissing}: {type.Name} has no property '{name}', which its description tells. Describe what the class has, or override how values are read.");
}
