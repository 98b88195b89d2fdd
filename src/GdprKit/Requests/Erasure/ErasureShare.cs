namespace GdprKit.Requests;

/// <summary>What goes of one person when it goes together with what goes of others.</summary>
internal sealed class ErasureShare
{
    public long Deleted { get; set; }

    public long Emptied { get; set; }

    public SortedSet<Key<DataCategory>> Categories { get; } = [];

    /// <summary>Whether a row stays, whatever goes of it.</summary>
    public bool HasRest { get; set; }
}
