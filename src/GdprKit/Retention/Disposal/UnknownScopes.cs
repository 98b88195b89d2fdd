using GdprKit.Ledger;

namespace GdprKit.Retention;

/// <summary>
/// Streams about nobody in particular of which this program does not know what rows they are about, as a hold on a query that has left the map. Uncertain means
/// protected: each keeps every row of which it is not known to be about others.
/// </summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
/// <param name="Prefix">How the keys of such streams begin.</param>
/// <param name="Known">The keys of which this program knows what rows they are about. They keep what <see cref="RowShield.Queries"/> says, and nothing here.</param>
/// <param name="Elsewhere">How the keys begin that are about rows of other entities that this program knows.</param>
public sealed record UnknownScopes(string Prefix, ValueList<StreamKey> Known, ValueList<string> Elsewhere)
{
    /// <summary>Whether a stream with a key keeps every row; all of it is compared ordinally.</summary>
    /// <param name="key">The key.</param>
    public bool Include(StreamKey key) => key.ToString() is var text
        && text.StartsWith(Prefix, StringComparison.Ordinal)
        && !Known.Contains(key)
        && !Elsewhere.Any(begin => text.StartsWith(begin, StringComparison.Ordinal));

    /// <summary>What keeps the rows of one or of another, so that it keeps both.</summary>
    internal static UnknownScopes? Both(UnknownScopes? one, UnknownScopes? other) => one is null ? other
        : other is null ? one
        : one with { Elsewhere = one.Elsewhere.Intersect(other.Elsewhere).ToValueList() };

    /// <summary>How many are known; the keys are of no interest.</summary>
    public override string ToString() => $"{Prefix}…, {Known.Count} known";
}
