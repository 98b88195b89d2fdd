using GdprKit.Mapping;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GdprKit.EntityFrameworkCore;

/// <summary>Describes the foreign keys of an entity and those that refer to it.</summary>
internal static class ReferenceDescriptions
{
    public static IEnumerable<ReferenceDescription> Of(IEntityType entity) =>
    [
        .. From(entity, ""),
        .. entity.GetReferencingForeignKeys()
            .Where(key => !key.IsOwnership && !key.DeclaringEntityType.IsOwned())
            .Select(key => new ReferenceDescription(
                key.PrincipalToDependent is { } navigation ? ModelDescription.PathOf(navigation) : null,
                key.PrincipalKey.Properties.Select(ModelDescription.PathOf).ToValueList(),
                key.DeclaringEntityType.Name,
                key.Properties.Select(ModelDescription.PathOf).ToValueList(),
                IsForeignKey: false)
            {
                OnDelete = OnDelete(key),
            }),
    ];

    /// <summary>The foreign keys of an entity and of what it owns one of; an owned collection leads nowhere.</summary>
    private static IEnumerable<ReferenceDescription> From(IEntityType entity, string prefix)
    {
        var own = entity.GetForeignKeys().Where(key => !key.IsOwnership).Select(key => new ReferenceDescription(
            key.DependentToPrincipal is { } navigation ? PropertyPath.Parse(prefix + navigation.Name) : null,
            key.Properties.Select(property => PropertyPath.Parse(prefix + property.Name)).ToValueList(),
            key.PrincipalEntityType.Name,
            key.PrincipalKey.Properties.Select(ModelDescription.PathOf).ToValueList(),
            IsForeignKey: true)
        {
            OnDelete = OnDelete(key),
        });
        var owned = PropertyDescriptions.Owned(entity)
            .Where(navigation => !navigation.IsCollection)
            .SelectMany(navigation => From(navigation.TargetEntityType, $"{prefix}{navigation.Name}."));
        return own.Concat(owned);
    }

    // What the application does itself, while the database would refuse, is what it means.
    private static ReferenceDeletion OnDelete(IForeignKey key) => key.DeleteBehavior switch
    {
        DeleteBehavior.Cascade or DeleteBehavior.ClientCascade => ReferenceDeletion.Cascade,
        DeleteBehavior.SetNull or DeleteBehavior.ClientSetNull => ReferenceDeletion.SetNull,
        _ => ReferenceDeletion.Restrict,
    };
}
