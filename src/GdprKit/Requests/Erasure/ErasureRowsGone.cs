namespace GdprKit.Requests;

/// <summary>Rows went, or lost values; committed with them.</summary>
/// <param name="Place">The key of the store.</param>
/// <param name="Deleted">How many went.</param>
/// <param name="Emptied">How many lost values.</param>
/// <param name="Categories">What they can have held of the person, ordered.</param>
internal sealed record ErasureRowsGone(Key<ErasurePlace> Place, long Deleted, long Emptied, ValueList<Key<DataCategory>> Categories);
