using System.Collections.Frozen;

namespace GdprKit.Ledger;

/// <summary>Tags that are looked for among rows, as those of the orders of erasure after a backup was put back.</summary>
/// <remarks>Immutable. Held in memory, about a hundred bytes for each; of very many orders, look for a part at a time. Safe for use by several threads.</remarks>
public sealed class MatchTagSet
{
    private readonly FrozenSet<MatchTag> _tags;

    private readonly ulong[] _keys;

    private MatchTagSet(FrozenSet<MatchTag> tags) => (_tags, _keys) = (tags, [.. tags.Select(tag => tag.KeyId).Distinct()]);

    /// <summary>How many different tags are looked for.</summary>
    public int Count => _tags.Count;

    /// <summary>A set of tags.</summary>
    /// <param name="tags">The tags; one that stands twice counts once, and <c>default</c> not at all.</param>
    public static MatchTagSet Of(IEnumerable<MatchTag> tags)
    {
        ArgumentNullException.ThrowIfNull(tags);
        return new MatchTagSet(tags.Where(tag => !tag.IsDefault).ToFrozenSet());
    }

    internal bool Contains(MatchTag tag) => _tags.Contains(tag);

    internal bool NeedsOnly(IReadOnlyCollection<ulong> keys) => Array.TrueForAll(_keys, keys.Contains);
}
