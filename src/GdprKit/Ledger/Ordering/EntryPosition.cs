namespace GdprKit.Ledger;

/// <summary>Where an entry stands in the ledger.</summary>
/// <param name="Id">The id of the entry.</param>
/// <param name="Position">Its position, from 0.</param>
public readonly record struct EntryPosition(EntryId Id, long Position);
