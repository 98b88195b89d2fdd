using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace GdprKit.EntityFrameworkCore;

/// <summary>
/// Values that the database made for rows that were saved, as keys of new ones. Until a save is accepted, Entity Framework Core keeps them
/// to itself; here they are shown in the host's objects, and taken out again when the transaction failed and is tried once more.
/// </summary>
internal sealed class GeneratedValues
{
    private readonly List<(object Row, MemberInfo Member, object? Before)> _shown = [];

    /// <summary>Shows the values of all rows that were saved and not accepted.</summary>
    public void Show(DbContext context)
    {
        var tracker = context.ChangeTracker;
        var detects = tracker.AutoDetectChangesEnabled;
        tracker.AutoDetectChangesEnabled = false;
        try
        {
            foreach (var entry in tracker.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified).ToList())
            {
                foreach (var property in entry.Properties.Where(property => !property.Metadata.IsShadowProperty() && !property.Metadata.IsIndexerProperty()))
                {
                    Show(entry, property);
                }
            }
        }
        finally
        {
            tracker.AutoDetectChangesEnabled = detects;
        }
    }

    /// <summary>Puts back what the objects held before the save.</summary>
    public void Hide()
    {
        foreach (var (row, member, before) in _shown)
        {
            Write(row, member, before);
        }

        _shown.Clear();
    }

    private void Show(EntityEntry entry, PropertyEntry property)
    {
        var member = property.Metadata.GetMemberInfo(forMaterialization: true, forSet: true);
        var before = property.Metadata.GetGetter().GetClrValueUsingContainingEntity(entry.Entity);
        if (!Equals(before, property.CurrentValue))
        {
            Write(entry.Entity, member, property.CurrentValue);
            _shown.Add((entry.Entity, member, before));
        }
    }

    private static void Write(object row, MemberInfo member, object? value)
    {
        if (member is FieldInfo field)
        {
            field.SetValue(row, value);
        }
        else
        {
            ((PropertyInfo)member).SetValue(row, value);
        }
    }
}
