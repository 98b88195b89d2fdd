using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace GdprKit.EntityFrameworkCore;

/// <summary>
/// The rows of a context as they were saved. They are accepted when the transaction has ended, so a change that was made in between would be
/// accepted as well, although nobody saved it.
/// </summary>
internal sealed class SavedRows
{
    private readonly DbContext _context;
    private readonly Dictionary<object, (EntityState State, object?[] Values)> _rows;

    private SavedRows(DbContext context, Dictionary<object, (EntityState State, object?[] Values)> rows) => (_context, _rows) = (context, rows);

    /// <summary>Takes down what was saved and is not accepted.</summary>
    public static SavedRows Of(DbContext context)
    {
        var tracker = context.ChangeTracker;
        var detects = tracker.AutoDetectChangesEnabled;
        tracker.AutoDetectChangesEnabled = false;
        try
        {
            return new SavedRows(context, Changed(context).ToDictionary(
                entry => entry.Entity,
                entry => (entry.State, Array.ConvertAll(PropertiesOf(entry), property => Comparer(property).Snapshot(property.CurrentValue))),
                ReferenceEqualityComparer.Instance));
        }
        finally
        {
            tracker.AutoDetectChangesEnabled = detects;
        }
    }

    /// <summary>Refuses what was changed since, in these rows or in others.</summary>
    /// <exception cref="GdprKit.Ledger.LedgerException">GDPR3163: there is something.</exception>
    public void RequireNoOtherChange()
    {
        var changed = Changed(_context).ToList();
        var other = changed.Find(entry => !IsAsSaved(entry))?.Metadata.DisplayName()
            ?? (changed.Count < _rows.Count ? _rows.Keys.First(row => !changed.Exists(entry => ReferenceEquals(entry.Entity, row))).GetType().Name : null);
        if (other is not null)
        {
            throw TransactionRefusals.ChangedWhileRemembering(other);
        }
    }

    // Entity Framework Core warns of an object that is two rows, and goes on; one of them stands for both.
    private static IEnumerable<EntityEntry> Changed(DbContext context) => context.ChangeTracker.Entries()
        .Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
        .DistinctBy(entry => entry.Entity, ReferenceEqualityComparer.Instance);

    private bool IsAsSaved(EntityEntry entry) => _rows.TryGetValue(entry.Entity, out var saved) && saved.State == entry.State
        && PropertiesOf(entry).Zip(saved.Values).All(pair => Comparer(pair.First).Equals(pair.First.CurrentValue, pair.Second));

    private static PropertyEntry[] PropertiesOf(EntityEntry entry) => [.. entry.Properties, .. entry.ComplexProperties.SelectMany(PropertiesOf)];

    private static IEnumerable<PropertyEntry> PropertiesOf(ComplexPropertyEntry entry) => entry.Properties.Concat(entry.ComplexProperties.SelectMany(PropertiesOf));

    private static ValueComparer Comparer(PropertyEntry property) => property.Metadata.GetValueComparer();
}
