using System.Text.Json.Serialization;
using GdprKit.Ledger;
using GdprKit.Requests;
using NodaTime;

namespace GdprKit;

/// <summary>An entry of the ledger about an erasure, opened, with the proof that it stands there.</summary>
/// <remarks>Its hash is taken as <see cref="LedgerEntry"/> documents it; what people wrote is left out, and only committed to. Immutable. Safe for use by several threads.</remarks>
public sealed record ErasureCertificateEntry
{
    /// <summary>Its id.</summary>
    public required EntryId Id { get; init; }

    /// <summary>Its place among the entries about this erasure: 1 for the order, then without gaps.</summary>
    public required long Version { get; init; }

    /// <summary>When it was recorded.</summary>
    public required Instant RecordedAt { get; init; }

    /// <summary>What it says.</summary>
    public required EntryType Type { get; init; }

    /// <summary>The salt of the commitment to the facts.</summary>
    public required EntrySalt Salt { get; init; }

    /// <summary>The facts: canonical JSON (RFC 8785) in UTF-8.</summary>
    [JsonConverter(typeof(RawJsonConverter))]
    public required ValueList<byte> Facts { get; init; }

    /// <summary>The commitment to the details, which stays when they are forgotten; <see langword="null"/> when there never were any.</summary>
    public Digest? Details { get; init; }

    /// <summary>The digests of the content it refers to.</summary>
    public required ValueList<Digest> Content { get; init; }

    /// <summary>Its hash, of which the leaf of the tree is made.</summary>
    public required Digest Hash { get; init; }

    /// <summary>That it stands in the tree of the certificate, at its position.</summary>
    public required InclusionProof Proof { get; init; }

    /// <summary>The type and the position; the facts are withheld.</summary>
    public override string ToString() => $"{Type} at {Proof}";

    internal static ErasureCertificateEntry Of(LedgerEntry entry, InclusionProof proof) => new()
    {
        Id = entry.Id,
        Version = entry.Version,
        RecordedAt = entry.RecordedAt,
        Type = entry.Type,
        Salt = entry.Salt,
        Facts = entry.Facts,
        Details = entry.DetailsCommitment,
        Content = entry.Content,
        Hash = entry.Hash,
        Proof = proof,
    };

    internal LedgerEntry In(StreamId stream) => new()
    {
        Id = Id,
        Stream = stream,
        Version = Version,
        RecordedAt = RecordedAt,
        Type = Type,
        Salt = Salt,
        Facts = Facts,
        DetailsCommitment = Details,
        Content = Content,
        Hash = Hash,
    };
}
