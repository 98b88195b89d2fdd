namespace GdprKit.EntityFrameworkCore;

/// <summary>Who a ref of the ledger is, as it is stored in <c>gdpr_subject_link</c>; for queries and migrations. Only the directory writes it.</summary>
public sealed class SubjectLinkRow
{
    /// <summary>What kind of person.</summary>
    public string SubjectKind { get; init; } = "";

    /// <summary>
    /// The application's key as a text: numbers in decimal. The parts of a key of several are joined by U+001F; where that or U+001B
    /// stands in a part, U+001B stands before it.
    /// </summary>
    public string SubjectKey { get; init; } = "";

    /// <summary>The ref, 16 bytes.</summary>
    public byte[] Subject { get; init; } = [];

    /// <summary>When the link was made, in microseconds since 1970-01-01T00:00Z.</summary>
    public long LinkedAt { get; init; }
}
