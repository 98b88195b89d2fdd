namespace GdprKit.EntityFrameworkCore;

/// <summary>Content to which entries refer, as it is stored in <c>gdpr_content</c>; for migrations.</summary>
public sealed class LedgerContentRow
{
    /// <summary>Its SHA-256, 32 bytes.</summary>
    public byte[] Digest { get; init; } = [];

    /// <summary>The bytes, at most 4 MiB.</summary>
    public byte[] Bytes { get; init; } = [];
}
