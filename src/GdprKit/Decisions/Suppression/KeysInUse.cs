using GdprKit.Ledger;
using NodaTime;

namespace GdprKit.Decisions;

/// <summary>
/// Under which keys addresses are on the suppression list. Of each the hash of a fixed text, from which nobody learns the key; a ring that lacks one of
/// them cannot tell that an address is not on the list.
/// </summary>
/// <remarks>One stream of the kind <c>suppression-keys</c>, about nobody. It never expires, like the list.</remarks>
internal sealed record KeysInUse : IStreamState<KeysInUse>
{
    /// <summary>The fingerprints, in the order in which their keys were first used.</summary>
    public ValueList<Digest> Fingerprints { get; init; } = [];

    /// <summary>Since when the last of them is used.</summary>
    public Instant Since { get; init; }

    public static StreamFold<KeysInUse> Fold { get; } = new StreamFold<KeysInUse>("suppression-keys", version: 1, new(), static () => DecisionsJson.Default.KeysInUse)
        .On(SuppressionEntries.KeyUsed, static (state, entry) => new()
        {
            Fingerprints = state.Fingerprints.Append(entry.Facts.Fingerprint).Distinct().ToValueList(),
            Since = entry.RecordedAt,
        })
        .Tell(SuppressionEntries.KeyUsed, static (_, words) => words.Choose(
            "Adressen die geen reclame krijgen, worden vanaf nu met een nieuwe sleutel bewaard.",
            "Addresses that get no marketing are kept under a new key from now on."))
        .KeptAs(OwnRecordKind.Suppression);

    public static StreamId Stream { get; } = new(Fold.Kind, SubjectRef.None, StreamKey.Empty);

    public StreamIndex ToIndex() => new(StreamStatus.Parse("used"), Since);
}
