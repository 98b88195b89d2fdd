using GdprKit.Mapping;
using GdprKit.Retention;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GdprKit.EntityFrameworkCore;

/// <summary>Why rows cannot go by one statement, as far as the model says.</summary>
internal static class Disposability
{
    /// <summary>Why not; <see langword="null"/> when they can.</summary>
    /// <param name="model">The host's model.</param>
    /// <param name="dialect">Its database.</param>
    /// <param name="context">The name of its context.</param>
    /// <param name="type">The entity.</param>
    /// <param name="disposal">What is to happen.</param>
    /// <param name="designed">The model with what a running program has forgotten: what the database checks.</param>
    public static string? Why(IModel model, Dialect dialect, string context, IEntityType type, RowDisposal disposal, Func<IModel> designed) =>
        !dialect.IsSqlite && !dialect.IsPostgreSql ? $"rows of {type.DisplayName()} are deleted in SQLite and PostgreSQL only, and the provider of {context} is {dialect.Provider}. Delete them by hand, or write an IPersonalDataDisposer"
        : WhyNotShielded(model, context, type, disposal.Entity) is { } unshielded ? unshielded
        : type.GetTableMappings().Count() != 1 ? $"{type.DisplayName()} lies in several tables. Map it to one table, or delete its rows by hand"
        : disposal.ChosenWhere is not null && disposal.Entity.Description.Key.Count > 1 ? $"rows of {type.DisplayName()} are judged by others that go before them, and its key has several parts, of which many cannot be named in one statement. Take the date from a column of {type.DisplayName()} itself, or delete its rows by hand"
        : disposal.Change is RowChange.Empty empty ? empty.Fields.Select(field => WhyNotEmptied(type, field, empty.Fields))
            .Concat(empty.Replacements.Select(replacement => WhyNotReplaced(type, disposal.Entity, replacement, designed)))
            .FirstOrDefault(why => why is not null)
        : disposal.Change is RowChange.Archive archive && !RowAccess.IsSingle(type, archive.Property) ? $"{archive.Property} of {type.DisplayName()} is part of a collection or a document. Name a property that has a column of its own"
        : null;

    // What keeps a row is looked up in the statement by which it would go.
    private static string? WhyNotShielded(IModel model, string context, IEntityType type, StoreEntity entity) =>
        LinkedHeads.WhyNoLedger(model, context) ?? entity.Owners.Select(owner => LinkedHeads.WhyNot(model, context, type, owner)).FirstOrDefault(why => why is not null);

    private static string? WhyNotEmptied(IEntityType type, PropertyPath field, ValueList<PropertyPath> fields) =>
        !RowAccess.IsSingle(type, field) ? $"{field} of {type.DisplayName()} is part of a collection or a document. Delete it with its row"
        : !CanBeNothing(type, RowAccess.Property(type, field), field, fields) ? $"{field} of {type.DisplayName()} cannot be without a value. Make it nullable, or let it be replaced"
        : null;

    private static string? WhyNotReplaced(IEntityType type, StoreEntity entity, FieldReplacement replacement, Func<IModel> designed) =>
        entity.Description.Properties.FirstOrDefault(property => property.Path == replacement.Property) is not { } property ? $"{replacement.Property} is no property of {type.DisplayName()}. Name one"
        : Replaceability.Why(type, property, replacement, designed) is { } why ? $"{replacement.Property} of {type.DisplayName()} cannot be replaced: it {why}. Let it be empty, or delete it with its row"
        : null;

    // What a row owns is there only while everything in it that is required is: without one of them the application would lose the others.
    private static bool CanBeNothing(IEntityType type, IProperty property, PropertyPath field, ValueList<PropertyPath> fields) => property.IsNullable
        || (!property.ClrType.IsValueType
            && StoreObjectIdentifier.Create(type, StoreObjectType.Table) is { } table
            && property.IsColumnNullable(table)
            && property.DeclaringType.GetProperties().Where(each => !each.IsNullable && !each.IsKey()).All(each => fields.Contains(PropertyPath.Parse(
                string.Join('.', field.Segments.SkipLast(1).Append(each.Name))))));
}
