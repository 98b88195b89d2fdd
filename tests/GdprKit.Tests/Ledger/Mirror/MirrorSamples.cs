using System.Globalization;
using NodaTime;

namespace GdprKit.Ledger.Mirror;

/// <summary>A small ledger, and what it is mirrored with.</summary>
internal sealed class MirrorSamples
{
    private static readonly EntryType<MirrorFacts> Noted = new("mirror.noted/1", MirrorJson.Default.MirrorFacts);

    public MirrorTip Start { get; } = new() { Ledger = Guid.NewGuid(), Tree = MerkleTree.Empty };

    public static OrderedEntry Entry(long position, string? note = "a note", params ReadOnlySpan<LedgerContent> content)
    {
        var stream = new StreamId(StreamKind.Parse("mirror.sample"), SubjectRef.New(), StreamKey.Parse(position.ToString(CultureInfo.InvariantCulture)));
        var draft = Noted.Draft(new MirrorFacts(position)) with { Details = note is null ? null : EntryDetails.Of(("note", note)), Content = [.. content] };
        var entry = draft.Seal(stream, 1, At(position));
        return new OrderedEntry { Position = position, Id = entry.Id, Hash = entry.Hash, Entry = entry };
    }

    public static MirrorBatch Batch(MirrorTip expected, int count, string? note = "a note", string? checkpoint = null) =>
        MirrorBatch.After(expected, [.. Enumerable.Range(0, count).Select(i => Entry(expected.Tree.Size + i, note))], [], checkpoint);

    public static InboxItem Item(int second)
    {
        var at = At(second);
        return new InboxItem(EntryId.New(at), at, EntryType.Parse("mirror.accepted/1"), [1, 2, 3]);
    }

    private static Instant At(long second) => Instant.FromUtc(2027, 3, 1, 9, 30) + Duration.FromSeconds(second);
}
