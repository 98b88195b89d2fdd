using System.Globalization;

namespace GdprKit.Ledger;

/// <summary>An entry at its position, with what is left of it.</summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
public sealed record OrderedEntry
{
    /// <summary>Its position in the ledger: 0 for the first, then without gaps.</summary>
    public required long Position { get; init; }

    /// <summary>The id of the entry.</summary>
    public required EntryId Id { get; init; }

    /// <summary>The hash that was put in order: what the leaf of the tree is made of.</summary>
    public required Digest Hash { get; init; }

    /// <summary>The entry, with the details that were not forgotten; <see langword="null"/> when it has expired, or is missing.</summary>
    public LedgerEntry? Entry { get; init; }

    /// <summary>The hash under which it is kept that the entry has expired; <see langword="null"/> when it has not. An entry that is neither there nor expired was removed.</summary>
    public Digest? ExpiredHash { get; init; }

    /// <summary>Whether all that is left of it is what was put in order.</summary>
    public bool IsIntact => Entry is { } entry
        ? entry.Id == Id && entry.Hash == Hash && entry.IsIntact && (ExpiredHash is null || ExpiredHash == Hash)
        : ExpiredHash == Hash;

    /// <summary>The position; the rest is withheld.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"position {Position}");
}
