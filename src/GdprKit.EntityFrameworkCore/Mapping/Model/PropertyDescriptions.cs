using GdprKit.Mapping;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace GdprKit.EntityFrameworkCore;

/// <summary>Describes the properties of an entity, with those of its complex properties and of what it owns.</summary>
internal static class PropertyDescriptions
{
    public static IEnumerable<PropertyDescription> Of(IEntityType entity) => Of(entity, new Surroundings("", null, IsOptional: false, IsCollection: false));

    private static IEnumerable<PropertyDescription> Of(ITypeBase type, Surroundings within)
    {
        var own = type.GetProperties().Where(property => !IsKeyOfOwned(property)).Select(property => Describe(property, within));
        var complex = type.GetComplexProperties().SelectMany(property => Of(property.ComplexType, within.Enter(property, property.IsNullable, property.IsCollection)));
        var owned = type is IEntityType entity ? Owned(entity).SelectMany(navigation =>
            Of(navigation.TargetEntityType, within.Enter(navigation, !navigation.ForeignKey.IsRequiredDependent, navigation.IsCollection))) : [];
        return [.. own, .. complex, .. owned];
    }

    public static IEnumerable<INavigation> Owned(IEntityType entity) =>
        entity.GetNavigations().Where(navigation => navigation.ForeignKey.IsOwnership && !navigation.IsOnDependent);

    // The key by which the store keeps what is owned beside its owner is no data of the application.
    private static bool IsKeyOfOwned(IProperty property) => property.DeclaringType is IEntityType entity
        && entity.IsOwned()
        && (property.IsPrimaryKey() || property.GetContainingForeignKeys().Any(key => key.IsOwnership))
        && (property.IsShadowProperty() || property.IsForeignKey());

    // With a table per class the table of a derived class refers to that of its base, by the same key.
    private static bool LeadsToBase(IForeignKey key) => key.PrincipalEntityType.IsAssignableFrom(key.DeclaringEntityType) && key.Properties.SequenceEqual(key.PrincipalKey.Properties);

    private static PropertyDescription Describe(IProperty property, Surroundings within) => new()
    {
        Path = PropertyPath.Parse(within.Prefix + property.Name),
        Type = property.ClrType,
        IsNullable = property.IsNullable || within.IsOptional,
        StoreType = (property.FindTypeMapping() as RelationalTypeMapping)?.StoreType,
        MaxLength = property.GetMaxLength(),
        IsUnique = property.IsKey() || property.GetContainingIndexes().Any(index => index.IsUnique),
        IsForeignKey = property.GetContainingForeignKeys().Any(key => !LeadsToBase(key)),
        IsCollection = within.IsCollection,
        IsShadow = property.IsShadowProperty() || property.IsIndexerProperty(),
        IsBookkeeping = property is { IsConcurrencyToken: true, ValueGenerated: ValueGenerated.OnAddOrUpdate }
            || (property.DeclaringType as IEntityType)?.FindDiscriminatorProperty() == property,
        DeclaredBy = within.Entity ?? property.DeclaringType.Name,
        Marks = PersonalDataMarks.On(property.PropertyInfo ?? (System.Reflection.MemberInfo?)property.FieldInfo),
    };

    private sealed record Surroundings(string Prefix, string? Entity, bool IsOptional, bool IsCollection)
    {
        public Surroundings Enter(IPropertyBase member, bool isOptional, bool isCollection) => new(
            $"{Prefix}{member.Name}.", Entity ?? member.DeclaringType.Name, IsOptional || isOptional, IsCollection || isCollection);
    }
}
