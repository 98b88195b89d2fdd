using NodaTime;

namespace GdprKit.Ledger;

/// <summary>Something that happened: appended once, never changed (Art. 5(2)).</summary>
/// <remarks>
/// <para>
/// The <see cref="Hash"/> binds all of it, so that whoever holds the hash can tell whether the entry was changed, and bodies can
/// expire or be forgotten while the hash stays. It is taken over commitments, never over bodies. With <c>a ‖ b</c> for one after the
/// other, numbers in big-endian order, <c>text(t)</c> for the number of UTF-8 bytes of t in 2 bytes and then those bytes:
/// </para>
/// <code>
/// facts   = SHA-256( "GdprKit facts 1"   ‖ salt (16) ‖ facts as canonical JSON )
/// details = SHA-256( "GdprKit details 1" ‖ salt of the details (16) ‖ details as canonical JSON )
/// hash    = SHA-256( "GdprKit entry 1"
///                    ‖ id (16) ‖ text(kind) ‖ subject (16) ‖ text(key) ‖ version (8)
///                    ‖ recorded at, microseconds since 1970-01-01T00:00Z (8, signed) ‖ text(type)
///                    ‖ facts (32)
///                    ‖ 0 without details, 1 ‖ details (32) with them
///                    ‖ number of content digests (2) ‖ each digest (32) )
/// </code>
/// <para>
/// The three beginnings are ASCII without an end mark, and none of them begins another, so the same bytes are never
/// hashed for two purposes. Forgetting details deletes their salt; what is left, <see cref="DetailsCommitment"/>, cannot be tried
/// against guesses. An expired entry leaves its id and its hash, which hides the rest because the salt of the facts is gone.
/// </para>
/// <para>Immutable. Safe for use by several threads.</para>
/// </remarks>
public sealed record LedgerEntry
{
    /// <summary>Its id, unique in the ledger.</summary>
    public required EntryId Id { get; init; }

    /// <summary>The stream it belongs to.</summary>
    public required StreamId Stream { get; init; }

    /// <summary>Its place in the stream: 1 for the first entry, then without gaps.</summary>
    public required long Version { get; init; }

    /// <summary>
    /// When it was recorded, in whole microseconds: the instant of the clock, or one microsecond after the entry before it where the
    /// clock did not move forward.
    /// </summary>
    public required Instant RecordedAt { get; init; }

    /// <summary>What it says.</summary>
    public required EntryType Type { get; init; }

    /// <summary>The salt of the commitment to the facts.</summary>
    public required EntrySalt Salt { get; init; }

    /// <summary>The facts: canonical JSON (RFC 8785) in UTF-8, at most 64 KiB, without anything that identifies a person directly.</summary>
    public required ValueList<byte> Facts { get; init; }

    /// <summary>The details; <see langword="null"/> when there are none or they were forgotten.</summary>
    public EntryDetails? Details { get; init; }

    /// <summary>The commitment to the details; <see langword="null"/> when there never were any. It stays when they are forgotten.</summary>
    public Digest? DetailsCommitment { get; init; }

    /// <summary>The digests of the content it refers to, in the order in which it does.</summary>
    public ValueList<Digest> Content { get; init; } = [];

    /// <summary>The hash over all of it, as it was when it was appended.</summary>
    public required Digest Hash { get; init; }

    /// <summary>Whether everything that is left of the entry is what its hash was taken over.</summary>
    public bool IsIntact => Hash == EntryHashing.HashOf(this) && (Details is null || DetailsCommitment == EntryHashing.CommitmentTo(Details));

    /// <summary>Type and version; person, facts and details are withheld.</summary>
    public override string ToString() => $"{Type}, version {Version} of a {Stream}";
}
