using System.Globalization;
using GdprKit.Ledger;

namespace GdprKit.Conformance;

/// <summary>What a mirror holds in words, for who reads why a test failed.</summary>
internal static class MirrorWords
{
    public static string Of(MirrorTip? tip) => tip is null ? "no tip" : string.Create(CultureInfo.InvariantCulture, $"{tip.Tree.Size} with the root {tip.Tree.Root.ToString()[..8]}…");

    public static string Of(OrderedEntry entry) => string.Create(CultureInfo.InvariantCulture, $"{entry.Position} = ")
        + (entry.Entry is { } body ? LedgerWords.Of(body) : entry.ExpiredHash is null ? "missing" : "expired");

    public static string Of(IEnumerable<OrderedEntry> entries) => LedgerWords.Listed(entries.Select(Of));

    public static string Of(InboxItem item) => $"{item.Type} at {LedgerWords.Of(item.AcceptedAt)}";

    public static string Of(IEnumerable<InboxItem> items) => LedgerWords.Listed(items.Select(Of));

    /// <summary>Everything that a mirror holds.</summary>
    public static async Task<string> OfAsync(ILedgerMirror mirror, Digest content, CancellationToken cancellationToken) => string.Join(
        "; ",
        Of(await mirror.ReadTipAsync(cancellationToken)),
        Of(await mirror.ReadAsync(0, 1_000, cancellationToken)),
        await mirror.ReadCheckpointAsync(cancellationToken) ?? "no checkpoint",
        Of(await mirror.ReadInboxAsync(cancellationToken).ToListAsync(cancellationToken)),
        await mirror.ReadContentAsync(content, cancellationToken) is null ? "no content" : "content");
}
