using GdprKit.Mapping;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GdprKit.EntityFrameworkCore;

/// <summary>Describes a host's model as a store. Reads it, and adds nothing: no annotation, no entity, no convention.</summary>
internal static class ModelDescription
{
    public static StoreDescription Of(IModel model, string name) => new(
        name,
        model.GetEntityTypes().Where(HasRows).Select(Describe).OrderBy(entity => entity.Name, StringComparer.Ordinal).ToValueList());

    // What is owned is described with its owner; the result of a raw query that is mapped to nothing is stored nowhere.
    // What GdprKit stores itself is declared in the register, not in the maps of the host.
    private static bool HasRows(IEntityType entity) =>
        !LedgerTables.Has(entity) && !entity.IsOwned() && (IsStored(entity) || (entity.IsAbstract() && entity.GetDerivedTypes().Any(IsStored)));

    // An abstract entity has nothing of its own where every entity that is derived from it has a table.
    private static bool IsStored(IEntityType entity) => (entity.GetTableName() ?? entity.GetViewName() ?? entity.GetSqlQuery() ?? entity.GetFunctionName()) is not null;

    private static bool HasTable(IEntityType entity) => entity.GetTableName() is not null || (entity.IsAbstract() && entity.GetDerivedTypes().Any(derived => derived.GetTableName() is not null));

    private static EntityDescription Describe(IEntityType entity) => new()
    {
        Name = entity.Name,
        Type = entity.ClrType,
        Base = entity.BaseType?.Name,
        IsAbstract = entity.IsAbstract(),
        IsReadOnly = entity.FindPrimaryKey() is null || !HasTable(entity),
        Key = entity.FindPrimaryKey()?.Properties.Select(PathOf).ToValueList() ?? [],
        Properties = PropertyDescriptions.Of(entity).OrderBy(property => property.Path).ToValueList(),
        References = ReferenceDescriptions.Of(entity).ToValueList(),
    };

    public static PropertyPath PathOf(IReadOnlyPropertyBase member) => PropertyPath.Parse(member.Name);
}
