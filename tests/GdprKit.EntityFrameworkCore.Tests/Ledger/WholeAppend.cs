using GdprKit.Ledger;
using NodaTime;

namespace GdprKit.EntityFrameworkCore.Ledger;

/// <summary>An append with its head, as a store is given it.</summary>
internal static class WholeAppend
{
    /// <summary>Makes it.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="at">When the first entry is recorded; each other one a second later.</param>
    /// <param name="status">The status of the head.</param>
    /// <param name="expected">The version that the stream has.</param>
    /// <param name="count">How many entries.</param>
    /// <param name="note">The details of each entry; <see langword="null"/> for none.</param>
    /// <param name="due">When something is due.</param>
    /// <param name="content">To what each entry refers.</param>
    public static StreamAppend To(
        StreamId stream, Instant at, string status = "open", long expected = 0, int count = 1, string? note = null, Instant? due = null, params LedgerContent[] content)
    {
        var draft = Subscription.Start() with { Details = note is null ? null : EntryDetails.Of(("note", note)), Content = [.. content] };
        var entries = Enumerable.Range(0, count).Select(place => draft.Seal(stream, expected + 1 + place, at + Duration.FromSeconds(place))).ToValueList();
        return new StreamAppend(expected, entries, new StreamHead
        {
            Stream = stream,
            Version = entries[^1].Version,
            RecordedAt = entries[^1].RecordedAt,
            FoldVersion = 1,
            Index = new StreamIndex(StreamStatus.Parse(status), at, due),
            State = [.. "{}"u8],
        });
    }
}
