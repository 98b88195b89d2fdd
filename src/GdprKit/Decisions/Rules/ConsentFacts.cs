using NodaTime;

namespace GdprKit;

/// <summary>What a judgement needs to know of a person's consent.</summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
public sealed record ConsentFacts
{
    /// <summary>No consent was ever asked.</summary>
    public static ConsentFacts None { get; } = new();

    /// <summary>What the consent has come to.</summary>
    public ConsentStatus Status { get; init; }

    /// <summary>Whether it was given expressly for what Art. 9, 22 or 49 demand, and not only by a clear act.</summary>
    public bool IsExplicit { get; init; }

    /// <summary>Whether it is known to what the person agreed; of an old list it may not be, and then it cannot be shown (Art. 7(1)).</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool IsTextKnown { get; init; } = true;

    /// <summary>Whether it was given for this purpose.</summary>
    /// <value>The default is <see langword="true"/>: consent is kept per activity.</value>
    public bool IsForThisPurpose { get; init; } = true;

    /// <summary>Whether it is to be confirmed over the channel (double opt-in), and was not yet.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool AwaitsConfirmation { get; init; }

    /// <summary>The channels over which, as the evidence proves, the person wants to be reached.</summary>
    public ValueList<MarketingChannel> ProvenChannels { get; init; } = [];

    /// <summary>Whether the holder of parental responsibility gave or authorised it (Art. 8(1)).</summary>
    public bool IsByHolderOfParentalResponsibility { get; init; }

    /// <summary>When it was given; <see langword="null"/> when that is not known.</summary>
    public Instant? GivenAt { get; init; }

    /// <summary>When it ended or will end, by withdrawal, revocation or expiry; <see langword="null"/> when it has no end, or none is known.</summary>
    public Instant? EndsAt { get; init; }

    /// <summary>Whether the person has ever refused it or withdrawn it.</summary>
    public bool WasEverRefusedOrWithdrawn { get; init; }

    /// <summary>What the consent had come to at a moment, which can lie in the past: what was done before a withdrawal stays lawful (Art. 7(3)).</summary>
    /// <param name="moment">The moment; <see langword="null"/> for now.</param>
    /// <remarks>It stands as <see cref="ConsentSpan.Covers"/> tells, which <see cref="ConsentRecord.WasValidOn"/> asks as well.</remarks>
    public ConsentStatus StatusAt(Instant? moment)
    {
        if (moment is not { } then)
        {
            return Status;
        }

        var stood = new ConsentSpan(GivenAt ?? Instant.MinValue, EndsAt).Covers(then);
        return Status switch
        {
            ConsentStatus.Given or ConsentStatus.Renewed => stood ? Status : EndsAt <= then ? ConsentStatus.Expired : ConsentStatus.Unknown,

            // What was invalidated never stood, so its past is no better.
            ConsentStatus.Withdrawn or ConsentStatus.Revoked or ConsentStatus.Expired when EndsAt > then => stood ? ConsentStatus.Given : ConsentStatus.Unknown,
            _ => Status,
        };
    }
}
