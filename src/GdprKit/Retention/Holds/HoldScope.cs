using GdprKit.Ledger;

namespace GdprKit;

/// <summary>What a hold keeps from going.</summary>
/// <remarks>A closed set of cases. Immutable. Safe for use by several threads.</remarks>
public abstract record HoldScope
{
    private HoldScope()
    {
    }

    /// <summary>Everything that is held of one person.</summary>
    /// <param name="Subject">The person.</param>
    public sealed record Person(SubjectId Subject) : HoldScope;

    /// <summary>A category of data, of everybody.</summary>
    /// <param name="Key">The category.</param>
    public sealed record Category(Key<DataCategory> Key) : HoldScope;

    /// <summary>The rows of one entity, whosever they are.</summary>
    /// <param name="Store">The name of its store.</param>
    /// <param name="Name">By which name the store knows it.</param>
    public sealed record Entity(string Store, string Name) : HoldScope;

    /// <summary>
    /// The rows of one entity that meet a query which its map declares (<see cref="PersonalDataMapBuilder{TEntity}.HoldQuery(Key{HoldQuery}, System.Linq.Expressions.Expression{Func{TEntity, bool}}, string, string)"/>),
    /// whosever they are. A row stays while it meets the query, and so does what goes along with it, what it belongs to by such a row, and the rows of other entities that the query reads.
    /// </summary>
    /// <param name="Store">The name of its store.</param>
    /// <param name="Name">By which name the store knows the entity; rows of entities derived from it are meant too.</param>
    /// <param name="Key">The key of the query.</param>
    public sealed record Query(string Store, string Name, Key<HoldQuery> Key) : HoldScope;

    /// <summary>
    /// What was put on hold and cannot be named any more: a person whose link is gone, an entity or a query that has left the map. Such a hold stands on; it can
    /// be looked up, prolonged and lifted, and no new one is placed there. While nobody knows any more which rows a query is about, all rows of its entity stay; when the map does not have the
    /// entity either, everything stays, everywhere.
    /// </summary>
    /// <param name="Stream">The stream of the holds.</param>
    public sealed record Unnamed(StreamId Stream) : HoldScope;
}
