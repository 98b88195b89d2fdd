namespace GdprKit.EntityFrameworkCore;

/// <summary>What a stream has come to, as it is stored in <c>gdpr_head</c>; for queries and migrations. Only the store writes it.</summary>
/// <remarks>Instants are microseconds since 1970-01-01T00:00Z; see <see cref="GdprKit.Ledger.LedgerTime"/>.</remarks>
public sealed class LedgerHeadRow
{
    /// <summary>What the stream is about.</summary>
    public string StreamKind { get; init; } = "";

    /// <summary>The ref of the person it is about, 16 bytes; 16 zeros for nobody.</summary>
    public byte[] Subject { get; init; } = [];

    /// <summary>Which of the streams of that kind and person; empty where there is one.</summary>
    public string StreamKey { get; init; } = "";

    /// <summary>The version of the last entry; 0 for a claim.</summary>
    public long Version { get; init; }

    /// <summary>The version that the last writer expected: what makes one statement of the comparison and the writing.</summary>
    public long BasedOn { get; init; }

    /// <summary>When the last entry was recorded.</summary>
    public long RecordedAt { get; init; }

    /// <summary>The version of the fold that made the state.</summary>
    public int FoldVersion { get; init; }

    /// <summary>The state in one word.</summary>
    public string Status { get; init; } = "";

    /// <summary>Since when it is in that state.</summary>
    public long Since { get; init; }

    /// <summary>When somebody must do something, or <see langword="null"/>.</summary>
    public long? Due { get; init; }

    /// <summary>The state as JSON in UTF-8.</summary>
    public byte[] State { get; init; } = [];
}
