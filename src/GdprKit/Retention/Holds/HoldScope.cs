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
    /// What was put on hold and cannot be named any more: a person whose link is gone, or an entity that has left the map. Such a hold stands on; it can
    /// be looked up, prolonged and lifted, and no new one is placed there.
    /// </summary>
    /// <param name="Stream">The stream of the holds.</param>
    public sealed record Unnamed(StreamId Stream) : HoldScope;
}
