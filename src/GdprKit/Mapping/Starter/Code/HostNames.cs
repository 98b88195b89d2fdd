using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace GdprKit.Mapping;

/// <summary>The types of the host that code in a namespace sees without a using, because they stand in it or around it.</summary>
internal sealed class HostNames
{
    private readonly Dictionary<string, Type> _visible = new(StringComparer.Ordinal);

    public HostNames(string @namespace, IEnumerable<Type> entities)
    {
        // The innermost namespace counts.
        var around = Around(@namespace).ToList();
        foreach (var type in entities.Select(entity => entity.Assembly).Distinct().SelectMany(TypesOf).Where(type => !type.IsNested && around.Contains(type.Namespace ?? "")))
        {
            if (!_visible.TryGetValue(type.Name, out var other) || (other.Namespace ?? "").Length < (type.Namespace ?? "").Length)
            {
                _visible[type.Name] = type;
            }
        }
    }

    /// <summary>The type that a name means there without a using, or <see langword="null"/>.</summary>
    public Type? Find(string name) => _visible.GetValueOrDefault(name);

    private static IEnumerable<string> Around(string @namespace)
    {
        var names = @namespace.Split('.');
        return Enumerable.Range(0, names.Length + 1).Select(count => string.Join('.', names.Take(count)));
    }

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Code is proposed while developing, where nothing is trimmed; a type that is not found collides with nothing.")]
    private static IEnumerable<Type> TypesOf(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException exception)
        {
            return exception.Types.OfType<Type>();
        }
    }
}
