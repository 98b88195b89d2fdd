using Microsoft.EntityFrameworkCore.Metadata;

namespace GdprKit.EntityFrameworkCore;

/// <summary>A foreign key of the host's model, seen from one of its ends: which properties there correspond to which here.</summary>
/// <param name="Target">The entity at the other end.</param>
/// <param name="There">Its properties, in the order of those here.</param>
/// <param name="LeadsToKey">Whether the other end is the key, and this one refers to it.</param>
internal sealed record KeyReference(IEntityType Target, ValueList<PropertyPath> There, bool LeadsToKey)
{
    /// <summary>The foreign key by which properties refer to the key of another row; <see langword="null"/> when they are none.</summary>
    public static KeyReference? From(IEntityType type, ValueList<PropertyPath> here)
    {
        IProperty[] properties = [.. here.Select(path => RowAccess.Property(type, path))];
        return properties[0].GetContainingForeignKeys().FirstOrDefault(key => IsReference(key) && IsOf(key.Properties, properties)) is { } found
            ? new KeyReference(found.PrincipalEntityType, properties.Select(property => ModelDescription.PathOf(KeyOf(property, found))).ToValueList(), LeadsToKey: true)
            : null;
    }

    /// <summary>The foreign key that joins properties of two entities, whichever of them has it; <see langword="null"/> when a map alone says that they correspond.</summary>
    public static KeyReference? Between(IEntityType type, ValueList<PropertyPath> here, IEntityType target, ValueList<PropertyPath> there) =>
        IsKeyOf(From(type, here), target, there) ? new KeyReference(target, there, LeadsToKey: true)
        : IsKeyOf(From(target, there), type, here) ? new KeyReference(target, there, LeadsToKey: false)
        : null;

    private static bool IsKeyOf(KeyReference? reference, IEntityType type, ValueList<PropertyPath> key) =>
        reference is not null && reference.Target.IsAssignableFrom(type) && reference.There == key;

    // What is owned is part of its owner, and with a table per class a row is one with that of its base.
    private static bool IsReference(IForeignKey key) => !key.IsOwnership && !key.Properties.SequenceEqual(key.PrincipalKey.Properties);

    private static IProperty KeyOf(IProperty property, IForeignKey reference) => reference.PrincipalKey.Properties[reference.Properties.ToList().IndexOf(property)];

    private static bool IsOf(IReadOnlyList<IProperty> key, IProperty[] properties) => key.Count == properties.Length && Array.TrueForAll(properties, key.Contains);
}
