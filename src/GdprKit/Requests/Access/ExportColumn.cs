using GdprKit.Mapping;

namespace GdprKit.Requests;

/// <summary>A field that a person gets.</summary>
internal sealed record ExportColumn(StoreField Field)
{
    public string Name { get; } = Field.Property.Path.ToString();

    /// <summary>The fields of an entity that a person of a kind can get for a right, ordered by path.</summary>
    public static List<ExportColumn> Of(StoreEntity entity, Key<SubjectKind> kind, ExportScope scope) =>
    [
        .. entity.Fields
            .Where(field => field.Whose.Any(owner => owner.Kind == kind) && scope.Holds(field.Category, field.IsProvided))
            .Select(field => new ExportColumn(field)),
    ];
}
