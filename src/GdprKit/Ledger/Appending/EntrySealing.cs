using NodaTime;

namespace GdprKit.Ledger;

/// <summary>Gives a draft its place, its instant, its salt and its hash.</summary>
internal static class EntrySealing
{
    public static LedgerEntry Seal(EntryDraft draft, StreamId stream, long version, Instant recordedAt)
    {
        var entry = new LedgerEntry
        {
            Id = draft.Id ?? EntryId.New(recordedAt),
            Stream = stream,
            Version = version,
            RecordedAt = recordedAt,
            Type = draft.Type,
            Salt = EntrySalt.New(),
            Facts = draft.Facts,
            Details = draft.Details,
            DetailsCommitment = draft.Details is { } details ? EntryHashing.CommitmentTo(details) : null,
            Content = [.. draft.Content.Select(content => content.Digest), .. draft.StoredContent],
            Hash = default,
        };
        return entry with { Hash = EntryHashing.HashOf(entry) };
    }

    /// <summary>When the next entry is recorded: now, or a microsecond after the last one where the clock did not move forward.</summary>
    public static Instant Next(Instant now, Instant? last)
    {
        var whole = LedgerTime.Floor(now);
        return last is { } previous && whole <= previous ? previous + LedgerTime.Step : whole;
    }
}
