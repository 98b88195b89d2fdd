namespace GdprKit.Ledger;

/// <summary>Something that entries refer to by its digest, as the text of a published notice. Stored once, whoever refers to it.</summary>
/// <remarks>It is about no person, because it is kept as long as an entry refers to it. Immutable. Safe for use by several threads.</remarks>
public sealed record LedgerContent
{
    private LedgerContent(Digest digest, ValueList<byte> bytes) => (Digest, Bytes) = (digest, bytes);

    /// <summary>The digest of the bytes.</summary>
    public Digest Digest { get; }

    /// <summary>The bytes, at most 4 MiB.</summary>
    public ValueList<byte> Bytes { get; }

    /// <summary>Content of these bytes; the digest is taken, never believed.</summary>
    /// <param name="bytes">The bytes; copied.</param>
    /// <exception cref="ArgumentException">GDPR1115: there are more than 4 MiB.</exception>
    public static LedgerContent Of(ReadOnlySpan<byte> bytes) => bytes.Length <= LedgerLimits.ContentBytes
        ? new LedgerContent(Digest.Of(bytes), [.. bytes])
        : throw new ArgumentException($"{LedgerMessages.ContentTooLarge}: content of {bytes.Length} bytes is more than {LedgerLimits.ContentBytes}. Store it elsewhere and record its digest.", nameof(bytes));

    /// <summary>The digest.</summary>
    public override string ToString() => Digest.ToString();
}
