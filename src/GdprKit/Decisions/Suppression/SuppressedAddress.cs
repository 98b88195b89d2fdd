using GdprKit.Decisions;
using GdprKit.Ledger;
using NodaTime;

namespace GdprKit;

/// <summary>Whether an address, of which only a keyed hash is known, gets no marketing over a channel (Art. 21(3)).</summary>
/// <remarks>
/// Streams of the kind <c>suppression</c>, about nobody, so that they outlive the person's erasure; the key is the channel and the hash.
/// Immutable. Safe for use by several threads.
/// </remarks>
public sealed record SuppressedAddress : IStreamState<SuppressedAddress>
{
    /// <summary>Whether it is on the list.</summary>
    public SuppressionStatus Status { get; init; }

    /// <summary>Since when.</summary>
    public Instant Since { get; init; }

    /// <summary>Why it was put there last.</summary>
    public SuppressionCause Cause { get; init; }

    /// <summary>How entries become the state.</summary>
    public static StreamFold<SuppressedAddress> Fold { get; } = new StreamFold<SuppressedAddress>("suppression", version: 1, new(), static () => DecisionsJson.Default.SuppressedAddress)
        .On(SuppressionEntries.Listed, static (_, entry) => new() { Status = SuppressionStatus.Listed, Since = entry.RecordedAt, Cause = entry.Facts.Cause })
        .On(SuppressionEntries.Removed, static (state, entry) => state with { Status = SuppressionStatus.Removed, Since = entry.RecordedAt })
        .Tell(SuppressionEntries.Listed, static (entry, words) => words.Choose(
            $"Een adres krijgt geen reclame meer: {SuppressionWords.Of(entry.Facts.Cause, words)}.",
            $"An address gets no more marketing: {SuppressionWords.Of(entry.Facts.Cause, words)}."))
        .Tell(SuppressionEntries.Removed, static (_, words) => words.Choose(
            "Een adres mag weer reclame krijgen, want de persoon gaf opnieuw toestemming.",
            "An address may get marketing again, because the person consented anew."))
        .KeptAs(OwnRecordKind.Suppression, StreamStatus.Of(SuppressionStatus.Removed))
        .ProtectingBy(SuppressionEntries.Listed.Type);

    /// <inheritdoc/>
    public StreamIndex ToIndex() => new(StreamStatus.Of(Status), Since);

    internal static StreamId StreamOf(MarketingChannel channel, Digest hash) => new(Fold.Kind, SubjectRef.None, StreamKey.Of(channel) / StreamKey.Of(hash));
}
