using GdprKit.Ledger;
using GdprKit.Mapping;

namespace GdprKit.Retention;

/// <summary>
/// What keeps rows from going: streams of the ledger, about a person whose row it is or about what the row holds. A head of such a stream
/// that is not in a state that releases keeps the row, and so does one that a program of another version wrote: uncertain means protected.
/// </summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
public sealed record RowShield
{
    private readonly StreamShield _shield;

    private RowShield(StreamShield shield) => _shield = shield;

    /// <summary>The streams that shield, ordered by kind.</summary>
    public ValueList<ShieldingStreams> Streams => _shield.Streams;

    /// <summary>The keys of those about nobody in particular that are about these rows: their entity, what their fields hold. Ordered.</summary>
    public ValueList<StreamKey> Scopes => _shield.Scopes;

    /// <summary>The shield that a program knows.</summary>
    /// <param name="folds">The folds of the program; those that are no shield are left out.</param>
    /// <param name="scopes">The keys of streams about nobody in particular that are about the rows.</param>
    public static RowShield Of(IEnumerable<StreamFold> folds, params IEnumerable<StreamKey> scopes) => new(StreamShield.Of(folds, scopes));

    /// <summary>The shield of the rows of an entity, with the holds on the entity, on what it is derived from, and on the categories that go.</summary>
    /// <param name="folds">The folds of the program; those that are no shield are left out.</param>
    /// <param name="store">The store that keeps the entity.</param>
    /// <param name="entity">The entity.</param>
    /// <param name="change">What becomes of the rows: of what is emptied or replaced, only what these fields hold goes.</param>
    /// <exception cref="InvalidOperationException">GDPR3001: the entity is of another store.</exception>
    public static RowShield Of(IEnumerable<StreamFold> folds, StoreMap store, StoreEntity entity, RowChange change)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(entity);
        var going = entity.Fields.Where(field => change is RowChange.Delete || (change is RowChange.Empty empty && empty.Takes(field.Property.Path)));
        return Of(
            folds,
            [.. LineageOf(store.Description, entity.Description.Name).Select(name => HoldKeys.Of(store.Description.Name, name)), .. going.Select(field => HoldKeys.Of(field.Category))]);
    }

    /// <summary>Whether a stream keeps rows from going.</summary>
    /// <param name="head">What the stream has come to.</param>
    public bool IsShielding(StreamHead head) => _shield.IsShielding(head);

    private static IEnumerable<string> LineageOf(StoreDescription store, string? name)
    {
        for (; name is not null; name = store.Entity(name).Base)
        {
            yield return name;
        }
    }

    /// <summary>The kinds of the streams.</summary>
    public override string ToString() => _shield.ToString();
}
