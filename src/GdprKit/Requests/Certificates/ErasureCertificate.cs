using System.Text.Json;
using System.Text.Json.Serialization;
using GdprKit.Content;
using GdprKit.Documents;
using GdprKit.Ledger;
using GdprKit.Requests;
using NodaTime;

namespace GdprKit;

/// <summary>
/// Says what was erased of a person, when and where, and what stays until when and why, with all that is needed to check it: every entry of the ledger about the erasure, opened, and the proof that
/// it stands there. Whoever has a checkpoint of the ledger verifies it without asking anybody (Art. 5(2)).
/// </summary>
/// <remarks>
/// <para>
/// It covers the places that were declared, and no others. It holds no value of a row, no key of the person and nothing that people wrote; who has it together with the ledger finds the entries about
/// the person, whom nothing else leads to when the erasure is completed. Entries name who ordered and did what by the key of the operator. It says how the erasure stood with its last entry.
/// </para>
/// <para>Immutable, and compared by value. Safe for use by several threads.</para>
/// </remarks>
public sealed record ErasureCertificate
{
    /// <summary>The id of the order: that of the request, where there was one.</summary>
    public required EntryId Order { get; init; }

    /// <summary>By which random number the ledger knows the person.</summary>
    public required SubjectRef Subject { get; init; }

    /// <summary>The kind of the person.</summary>
    public required Key<SubjectKind> Kind { get; init; }

    /// <summary>How far the erasure has come.</summary>
    public required ErasureOrderStatus Status { get; init; }

    /// <summary>Since when.</summary>
    public required Instant Since { get; init; }

    /// <summary>On which day it was ordered, where the controller is. What arrived later is not meant.</summary>
    public required LocalDate OrderedOn { get; init; }

    /// <summary>Whether it was asked for by a request.</summary>
    public required bool IsRequested { get; init; }

    /// <summary>Whether the person was told what was done, or nobody asked for it.</summary>
    public required bool IsAnswered { get; init; }

    /// <summary>Whether addresses of the person were put on the suppression list with the order.</summary>
    public required bool IsSuppressed { get; init; }

    /// <summary>What was erased where, and what stays, ordered.</summary>
    public required ValueList<ErasureCertificatePlace> Places { get; init; }

    /// <summary>Which ledger: its random number, the same in its mirror and in every copy.</summary>
    public required Guid Ledger { get; init; }

    /// <summary>How many entries the ledger had in order when the certificate was made.</summary>
    public required long Size { get; init; }

    /// <summary>The root of the tree over them (RFC 9162).</summary>
    public required Digest Root { get; init; }

    /// <summary>The checkpoint of that tree, as the ledger's signer gave it; <see langword="null"/> when nobody signs.</summary>
    public string? Checkpoint { get; init; }

    /// <summary>Every entry about the erasure, from the order on.</summary>
    public required ValueList<ErasureCertificateEntry> Entries { get; init; }

    /// <summary>When the last of its entries was recorded: what came later it does not know.</summary>
    [JsonIgnore]
    public Instant AsOf => Entries.IsEmpty ? Instant.MinValue : Entries[^1].RecordedAt;

    /// <summary>Reads a certificate. What it says is worth nothing before <see cref="Verify"/> found no fault.</summary>
    /// <param name="utf8Json">What <see cref="ToJson"/> gave.</param>
    /// <exception cref="ErasureException">GDPR1582: it is no certificate, or one in a form that this program does not know.</exception>
    public static ErasureCertificate FromJson(ReadOnlySpan<byte> utf8Json)
    {
        try
        {
            var file = JsonSerializer.Deserialize(utf8Json, ErasureCertificateJson.Default.ErasureCertificateFile);
            return file is { IsKnown: true } ? file.Certificate : throw ErasureRefusals.CertificateMalformed();
        }
        catch (Exception exception) when (exception is JsonException or CanonicalJsonException)
        {
            // What it could not read can be anything.
            throw ErasureRefusals.CertificateMalformed();
        }
    }

    /// <summary>Writes it for machines, as JSON in UTF-8.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(
        new ErasureCertificateFile(ErasureCertificateFile.KnownFormat, ErasureCertificateFile.DeclaredPlaces, this), ErasureCertificateJson.Default.ErasureCertificateFile);

    /// <summary>Writes it for people, to be printed.</summary>
    /// <param name="map">Says what things are called.</param>
    /// <param name="language">Dutch or English.</param>
    /// <exception cref="NotSupportedException">GDPR1020: the language is another one.</exception>
    public Document ToDocument(PersonalDataMap map, Language language)
    {
        ArgumentNullException.ThrowIfNull(map);
        return new ErasureCertificateDocument(this, map, language).Write();
    }

    /// <summary>Checks everything it says against its own entries, these against their proofs, and these against a checkpoint. Asks nobody.</summary>
    /// <param name="ledger">Which ledger it is to be of.</param>
    /// <param name="trusted">A checkpoint of the ledger from somebody who is trusted, not older than the certificate.</param>
    /// <param name="growth">Where the checkpoint is newer: that its tree grew out of that of the certificate (<see cref="MerkleProofs.ProveConsistencyAsync"/>).</param>
    /// <returns>What is wrong, each once, ordered; nothing when it holds.</returns>
    public ValueList<ErasureCertificateFault> Verify(Guid ledger, CheckpointClaim trusted, ConsistencyProof? growth = null)
    {
        var stream = ErasureOrder.StreamOf(Subject, Order);
        List<ErasureCertificateFault> faults =
        [
            .. Ledger == ledger ? [] : new[] { ErasureCertificateFault.AnotherLedger },
            .. IsTreeOf(trusted, growth) ? [] : new[] { ErasureCertificateFault.TreeUnproven },
            .. IsComplete() ? [] : new[] { ErasureCertificateFault.EntriesIncomplete },
            .. Entries.All(entry => entry.In(stream).IsIntact) ? [] : new[] { ErasureCertificateFault.EntryAltered },
            .. Entries.All(entry => entry.Proof.Size == Size && entry.Proof.Verifies(MerkleTree.LeafOf(entry.Hash), Root)) ? [] : new[] { ErasureCertificateFault.EntryUnproven },
        ];
        var proven = TryFold(stream, Entries);
        return
        [
            .. faults,
            .. proven is null ? [ErasureCertificateFault.EntryUnreadable] : Of(proven, this) == this ? [] : new[] { ErasureCertificateFault.StatementUnproven },
        ];
    }

    /// <summary>Checks it as <see cref="Verify"/> does, by the checkpoint that it holds.</summary>
    /// <param name="ledger">Which ledger it is to be of.</param>
    /// <param name="verifier">Opens checkpoints with the public key of the ledger, from somebody who is trusted.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>What is wrong, each once, ordered; nothing when it holds. Without a checkpoint, or with one that is not signed by the key: <see cref="ErasureCertificateFault.TreeUnproven"/>.</returns>
    /// <exception cref="GdprKitException">The key cannot be read; nothing is said of the certificate.</exception>
    public async ValueTask<ValueList<ErasureCertificateFault>> VerifyAsync(Guid ledger, ICheckpointVerifier verifier, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(verifier);
        var claim = Checkpoint is null ? null : await verifier.OpenAsync(Checkpoint, cancellationToken).ConfigureAwait(false);
        return Verify(ledger, claim ?? new CheckpointClaim(0, MerkleTree.Empty.Root));
    }

    /// <summary>The id of the order and the status.</summary>
    public override string ToString() => $"{Order}: {Status}";

    /// <summary>What entries come to, with their evidence.</summary>
    /// <exception cref="LedgerException">GDPR3103 or GDPR3105: a newer program wrote one, or one cannot be read.</exception>
    internal static ErasureCertificate Of(SubjectRef subject, EntryId order, ValueList<ErasureCertificateEntry> entries, LedgerTip tip, string? checkpoint) => Of(
        Fold(ErasureOrder.StreamOf(subject, order), entries),
        new()
        {
            Order = order,
            Subject = subject,
            Kind = default,
            Status = default,
            Since = default,
            OrderedOn = default,
            IsRequested = default,
            IsAnswered = default,
            IsSuppressed = default,
            Places = [],
            Ledger = tip.Ledger,
            Size = tip.Tree.Size,
            Root = tip.Tree.Root,
            Checkpoint = checkpoint,
            Entries = entries,
        });

    private static ErasureCertificate Of(ErasureOrder proven, ErasureCertificate evidence) => evidence with
    {
        Kind = proven.Kind,
        Status = proven.Status,
        Since = proven.Since,
        OrderedOn = proven.On,
        IsRequested = proven.IsRequested,
        IsAnswered = proven.IsAnswered,
        IsSuppressed = proven.IsSuppressed,
        Places = proven.Places.Select(ErasureCertificatePlace.Of).ToValueList(),
    };

    private static ErasureOrder Fold(StreamId stream, ValueList<ErasureCertificateEntry> entries) => entries.Aggregate(ErasureOrder.Fold.Empty, (state, entry) =>
        ErasureOrder.Fold.Knows(entry.Type) ? ErasureOrder.Fold.Apply(state, entry.In(stream)) : throw StreamReading.Newer(stream.Kind, entry.Type));

    private static ErasureOrder? TryFold(StreamId stream, ValueList<ErasureCertificateEntry> entries)
    {
        try
        {
            return Fold(stream, entries);
        }
        catch (LedgerException)
        {
            return null;
        }
    }

    // What a checkpoint says that is older than the certificate, it does not say of what came after it.
    private bool IsTreeOf(CheckpointClaim trusted, ConsistencyProof? growth) => trusted.Size == Size
        ? trusted.Root == Root
        : growth is { } proof && trusted.Size > Size && proof.From == Size && proof.To == trusted.Size && proof.Verifies(Root, trusted.Root);

    private bool IsComplete() => !Entries.IsEmpty
        && Entries.Select((entry, index) => entry.Version == index + 1).All(follows => follows)
        && Entries.Zip(Entries.Skip(1)).All(pair => pair.First.Proof.Index < pair.Second.Proof.Index && pair.First.RecordedAt < pair.Second.RecordedAt);
}
