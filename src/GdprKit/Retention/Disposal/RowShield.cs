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

    /// <summary>The rows that stay while a stream about nobody in particular keeps them, as those of a query; one of each key.</summary>
    /// <value>The default is none.</value>
    public ValueList<ShieldedRows> Queries { get; init; } = [];

    /// <summary>The streams about nobody in particular that may be about any of the rows, because this program does not know what they are about; <see langword="null"/>, the default, for none.</summary>
    public UnknownScopes? Unknown { get; init; }

    /// <summary>The shield that a program knows.</summary>
    /// <param name="folds">The folds of the program; those that are no shield are left out.</param>
    /// <param name="scopes">The keys of streams about nobody in particular that are about the rows.</param>
    public static RowShield Of(IEnumerable<StreamFold> folds, params IEnumerable<StreamKey> scopes) => new(StreamShield.Of(folds, scopes));

    /// <summary>The shield of the rows of an entity, with the holds on the entity, on what it is derived from, on the categories that go, and on queries.</summary>
    /// <param name="folds">The folds of the program; those that are no shield are left out.</param>
    /// <param name="map">Where data are.</param>
    /// <param name="store">The store that keeps the entity.</param>
    /// <param name="entity">The entity.</param>
    /// <param name="change">What becomes of the rows: of what is emptied or replaced, only what these fields hold goes.</param>
    /// <exception cref="InvalidOperationException">GDPR3001: the entity is of another store.</exception>
    public static RowShield Of(IEnumerable<StreamFold> folds, PersonalDataMap map, StoreMap store, StoreEntity entity, RowChange change)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(entity);
        var declared = DeclaredHolds.Of(map);
        var going = entity.Fields.Where(field => change is RowChange.Delete || (change is RowChange.Empty empty && empty.Takes(field.Property.Path)));
        var scopes = DeclaredHolds.LineageOf(store.Description, entity.Description.Name).Select(name => HoldKeys.Of(store.Description.Name, name)).Concat(going.Select(field => HoldKeys.Of(field.Category)));
        return Of(folds, scopes) with { Queries = declared.QueriesOf(store, entity), Unknown = declared.UnknownOf(store, entity) };
    }

    /// <summary>Whether a stream keeps from going all rows of whom it is about; if about nobody in particular, all rows.</summary>
    /// <param name="head">What the stream has come to.</param>
    public bool IsShielding(StreamHead head) => _shield.IsShielding(head) || (Stands(head) && head.Stream.Subject.IsNone && Unknown?.Include(head.Stream.Key) is true);

    /// <summary>Which rows a stream keeps from going, of those of whom it is about; if about nobody in particular, of all.</summary>
    /// <param name="head">What the stream has come to.</param>
    public RowCondition RowsKeptBy(StreamHead head)
    {
        ArgumentNullException.ThrowIfNull(head);
        return IsShielding(head) ? RowCondition.Always
            : head.Stream.Subject.IsNone && Stands(head) ? RowCondition.Any(Queries.Where(query => query.Key == head.Stream.Key).Select(query => query.Where))
            : RowCondition.Never;
    }

    private bool Stands(StreamHead head) => Streams.Any(streams => streams.IsShielding(head));

    /// <summary>The kinds of the streams.</summary>
    public override string ToString() => _shield.ToString();
}
