using System.Text.Json.Serialization;
using GdprKit.Consent;
using GdprKit.Ledger;
using NodaTime;

namespace GdprKit;

/// <summary>
/// How the consent of a person to an activity, or to one channel of it, stands: what the entries of one stream come to. A stream that does
/// not exist is <see cref="ConsentStatus.Unknown"/>, which denies.
/// </summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
public sealed record ConsentRecord : IStreamState<ConsentRecord>
{
    /// <summary>The state as it was last recorded; never <see cref="ConsentStatus.Expired"/>, which <see cref="StatusAt"/> tells.</summary>
    public ConsentStatus Status { get; init; }

    /// <summary>When the state was recorded.</summary>
    public Instant Since { get; init; }

    /// <summary>When the person last agreed; <see langword="null"/> when never.</summary>
    public Instant? GivenAt { get; init; }

    /// <summary>When it expires; <see langword="null"/> when it does not by itself.</summary>
    public Instant? Until { get; init; }

    /// <summary>When the person last refused or took it back; <see langword="null"/> when never.</summary>
    public Instant? WithdrawnAt { get; init; }

    /// <summary>Whether the person ever refused or took it back, whatever came later: then another basis does not serve instead (EDPB Guidelines 05/2020, 122).</summary>
    public bool EverRefusedOrWithdrawn { get; init; }

    /// <summary>Whether it is explicit consent (Art. 9(2)(a), 22(2)(c), 49(1)(a)).</summary>
    public bool Explicit { get; init; }

    /// <summary>Who agreed.</summary>
    public ConsentActor GivenBy { get; init; }

    /// <summary>Over what; <see cref="ConsentMedium.Unspecified"/> when nobody ever agreed.</summary>
    public ConsentMedium Medium { get; init; }

    /// <summary>By which act; <see cref="ConsentMechanism.Unspecified"/> when a list does not tell, or nobody ever agreed.</summary>
    public ConsentMechanism Mechanism { get; init; }

    /// <summary>The digest of the exact words; <see langword="null"/> when a list does not tell, or nobody ever agreed.</summary>
    public Digest? Wording { get; init; }

    /// <summary>The language of the words.</summary>
    public Language? Language { get; init; }

    /// <summary>The digest of the notice that was offered; <see langword="null"/> when a list does not tell, or nobody ever agreed.</summary>
    public Digest? Notice { get; init; }

    /// <summary>
    /// The digest of the part of the register that was agreed to: the activity and what it refers to, as a register file; <see langword="null"/> when of a list nobody
    /// knows, which denies, or when nobody ever agreed.
    /// </summary>
    public Digest? Agreement { get; init; }

    /// <summary>The channels over which the person has to confirm that the address is theirs.</summary>
    public ValueList<MarketingChannel> ConfirmOver { get; init; } = [];

    /// <summary>The channels over which the person did, for the address that the person has now (<see cref="Consents.ChangeAddressAsync"/>).</summary>
    public ValueList<MarketingChannel> ProvenChannels { get; init; } = [];

    /// <summary>The times in which consent stood, in their order; the last 50. A time before them is answered as if it had not stood.</summary>
    public ValueList<ConsentSpan> Spans { get; init; } = [];

    /// <summary>The id of the last entry.</summary>
    public EntryId? LastEntry { get; init; }

    /// <summary>Whether everything that has to be confirmed is.</summary>
    [JsonIgnore]
    public ConsentConfirmation Confirmation =>
        ConfirmOver.IsEmpty ? ConsentConfirmation.NotRequired
        : ConfirmOver.All(ProvenChannels.Contains) ? ConsentConfirmation.Confirmed
        : ConsentConfirmation.Pending;

    /// <summary>How entries become the state.</summary>
    public static StreamFold<ConsentRecord> Fold { get; } = ConsentFold.Create();

    /// <summary>The state at an instant that is not before the last entry, as now: what was given may have expired.</summary>
    /// <param name="now">The instant.</param>
    public ConsentStatus StatusAt(Instant now) => Status.IsValid() && Until <= now ? ConsentStatus.Expired : Status;

    /// <summary>Whether consent stood at an instant: what was done then stays lawful although it was taken back later (Art. 7(3)).</summary>
    /// <remarks>As <see cref="StatusAt"/> it does not look at whether an address was confirmed by then; a decision about that moment does.</remarks>
    /// <param name="instant">The instant.</param>
    public bool WasValidOn(Instant instant) => SpanOn(instant) is not null;

    /// <summary>Whether somebody can tell to what the person agreed.</summary>
    [JsonIgnore]
    internal bool IsTextKnown => GivenBy is not ConsentActor.Import || Agreement is not null;

    /// <summary>The time that an instant lies in, with its end where it expired; <see langword="null"/> for none.</summary>
    internal ConsentSpan? SpanOn(Instant instant)
    {
        for (var i = Spans.Count - 1; i >= 0; i--)
        {
            var span = Spans[i] is { To: null } open ? open with { To = Until } : Spans[i];
            if (span.Covers(instant))
            {
                return span;
            }
        }

        return null;
    }

    /// <inheritdoc/>
    /// <remarks>
    /// The status is the state, and after dots what a statement must know that looks at heads only: <c>given.unconfirmed</c> awaits a
    /// confirmation, <c>given.imported</c>, <c>given.represented</c> and <c>given.by-parent</c> came from a list, a representative or a parent, <c>given.imported.unknown-text</c> from a list of
    /// which nobody knows to what people agreed,
    /// <c>requested.refused-before</c> is asked of who said no before.
    /// </remarks>
    public StreamIndex ToIndex() => new(ConsentWords.Of(this), Since, Status.IsValid() ? Until : null);
}
