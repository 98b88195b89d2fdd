namespace GdprKit.EntityFrameworkCore;

/// <summary>An entry, as it is stored in <c>gdpr_entry</c>; for queries and migrations. Only the store writes it, and never changes it.</summary>
/// <remarks>Instants are microseconds since 1970-01-01T00:00Z; see <see cref="GdprKit.Ledger.LedgerTime"/>.</remarks>
public sealed class LedgerEntryRow
{
    /// <summary>The id: a UUID of version 7, 16 bytes, the most significant one first.</summary>
    public byte[] EntryId { get; init; } = [];

    /// <summary>What its stream is about.</summary>
    public string StreamKind { get; init; } = "";

    /// <summary>The ref of the person its stream is about, 16 bytes; 16 zeros for nobody.</summary>
    public byte[] Subject { get; init; } = [];

    /// <summary>Which of the streams of that kind and person.</summary>
    public string StreamKey { get; init; } = "";

    /// <summary>Its place in the stream, from 1.</summary>
    public long Version { get; init; }

    /// <summary>When it was recorded.</summary>
    public long RecordedAt { get; init; }

    /// <summary>Its type and the version of it: <c>consent.given/1</c>.</summary>
    public string EntryType { get; init; } = "";

    /// <summary>The salt of the commitment to the facts, 16 bytes.</summary>
    public byte[] Salt { get; init; } = [];

    /// <summary>The facts as canonical JSON in UTF-8.</summary>
    public byte[] Facts { get; init; } = [];

    /// <summary>The commitment to the details, 32 bytes; <see langword="null"/> when there never were any.</summary>
    public byte[]? DetailsCommitment { get; init; }

    /// <summary>The digests of the content it refers to, 32 bytes each, one after the other.</summary>
    public byte[] Content { get; init; } = [];

    /// <summary>The hash over all of it, 32 bytes.</summary>
    public byte[] Hash { get; init; } = [];
}
