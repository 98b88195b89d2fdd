using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace GdprKit.Samples.Crm.Gdpr.History;

/// <summary>Which kinds of data a change is about, by what the maps declare of the changed fields.</summary>
public sealed class ChangedCategories(PersonalDataMap map)
{
    public ValueList<Key<DataCategory>> Of(EntityEntry row)
    {
        var changed = row.Properties.Where(property => property.IsModified).Select(property => property.Metadata.Name).ToHashSet();
        return map.Entities
            .Where(declared => declared.Entity == row.Metadata.ClrType)
            .SelectMany(declared => declared.Fields)
            .Where(field => changed.Contains(field.Property.ToString()))
            .Select(field => field.Category)
            .Distinct()
            .ToValueList();
    }
}
