using GdprKit.Mapping;

namespace GdprKit.InMemory;

/// <summary>Describes classes as entities: their keys and references as told, their properties as they are.</summary>
internal sealed class ClassDescriptions
{
    private readonly Dictionary<Type, KeptClass> _classes;

    private ClassDescriptions(IEnumerable<KeptClass> classes) => _classes = classes.ToDictionary(kept => kept.Type);

    public static StoreDescription Of(IReadOnlyCollection<KeptClass> classes)
    {
        var descriptions = new ClassDescriptions(classes);
        return new StoreDescription("memory", classes.Select(descriptions.Describe).OrderBy(entity => entity.Name, StringComparer.Ordinal).ToValueList());
    }

    private EntityDescription Describe(KeptClass kept)
    {
        var lineage = Lineage(kept).ToList();
        var key = KeyOf(kept);
        var foreignKeys = lineage.SelectMany(ancestor => ancestor.References).SelectMany(reference => reference.Properties).ToHashSet();
        var unique = lineage.SelectMany(ancestor => ancestor.Unique).Concat(key).ToHashSet();
        return new EntityDescription
        {
            Name = kept.Name,
            Type = kept.Type,
            Base = lineage.Count > 1 ? lineage[1].Name : null,
            IsAbstract = kept.Type.IsAbstract,
            Key = key,
            Properties = ClassProperties.Of(kept.Type, IsKept, declaring => DeclaredBy(declaring, lineage))
                .Select(property => property with { IsForeignKey = foreignKeys.Contains(property.Path), IsUnique = unique.Contains(property.Path) })
                .OrderBy(property => property.Path)
                .ToValueList(),
            References = [.. lineage.SelectMany(From), .. lineage.SelectMany(To)],
        };
    }

    private IEnumerable<ReferenceDescription> From(KeptClass kept) => kept.References.Select(reference => new ReferenceDescription(
        reference.Through, reference.Properties, Target(kept, reference).Name, KeyOf(Target(kept, reference)), IsForeignKey: true));

    private IEnumerable<ReferenceDescription> To(KeptClass kept) =>
        from other in _classes.Values.OrderBy(other => other.Name, StringComparer.Ordinal)
        from reference in other.References
        where reference.Target == kept.Type
        select new ReferenceDescription(reference.Back, KeyOf(kept), other.Name, reference.Properties, IsForeignKey: false);

    private KeptClass Target(KeptClass kept, KeptReference reference) =>
        _classes.GetValueOrDefault(reference.Target) is { } target && KeyOf(target).Count == reference.Properties.Count ? target
        : throw new InvalidOperationException(
            $"{InMemoryMessages.TargetUnknown}: {kept.Type.Name} is to hold the key of {reference.Target.Name}, which is not kept or has another number of properties in its key. "
            + $"Call Keep<{reference.Target.Name}>(…) with its Key(…), and name as many properties, in the same order.");

    private ValueList<PropertyPath> KeyOf(KeptClass kept) => Lineage(kept).Select(ancestor => ancestor.Key).FirstOrDefault(told => told is not null)
        ?? Lineage(kept).Reverse()
            .SelectMany(ancestor => new[] { "Id", $"{ancestor.Type.Name}Id" })
            .Where(name => kept.Type.GetProperty(name) is not null)
            .Take(1).Select(PropertyPath.Parse).ToValueList();

    /// <summary>The class and the classes it is derived from, as far as they are kept.</summary>
    private IEnumerable<KeptClass> Lineage(KeptClass kept)
    {
        for (var type = kept.Type; type is not null; type = type.BaseType)
        {
            if (_classes.TryGetValue(type, out var ancestor))
            {
                yield return ancestor;
            }
        }
    }

    // What a class inherits from one that is not kept is declared where it is first kept.
    private static string DeclaredBy(Type declaring, List<KeptClass> lineage) => lineage.Last(ancestor => declaring.IsAssignableFrom(ancestor.Type)).Name;

    /// <summary>Whether objects of a class, or of some class derived from it, are kept by themselves.</summary>
    private bool IsKept(Type type) => type.IsClass && type != typeof(object) && _classes.Keys.Any(kept => kept.IsAssignableFrom(type) || type.IsAssignableFrom(kept));
}
