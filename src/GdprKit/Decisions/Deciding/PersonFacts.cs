using NodaTime;

namespace GdprKit.Decisions;

/// <summary>What the ledger knows of a person, as far as it matters to an activity.</summary>
internal sealed record PersonFacts
{
    /// <summary>The consents to the activity and to channels of it, with their topics; those never spoken of are left out.</summary>
    public required ValueList<TopicConsent> Consents { get; init; }

    /// <summary>The topics of which what the person agreed to is no more what the register declares, or cannot be read.</summary>
    public ValueList<ConsentTopic> Altered { get; init; } = [];

    /// <summary>What became of an objection to the activity; <see langword="null"/> for none.</summary>
    public required ObjectionStatus? Objection { get; init; }

    /// <summary>What became of an objection to all marketing; <see langword="null"/> for none.</summary>
    public required ObjectionStatus? ObjectionToMarketing { get; init; }

    public required bool IsRestricted { get; init; }

    /// <summary>The channels of which an address of the person was found on the suppression list.</summary>
    public ValueList<MarketingChannel> SuppressedOver { get; init; } = [];

    /// <summary>Whether a stream says something that only a newer program knows.</summary>
    public required bool IsNewer { get; init; }

    /// <summary>Whether the person was told of the purpose, as far as the notice is published through the ledger.</summary>
    public bool IsTold { get; init; } = true;

    /// <summary>Until when what is known of published notices may be remembered.</summary>
    public Instant? PublishedUntil { get; init; }

    /// <summary>The streams of these notices with their versions.</summary>
    public ValueList<StreamVersion> Notices { get; init; } = [];

    /// <summary>When the last of it was recorded; no judgement is about an earlier moment, whatever the clock says.</summary>
    public required Instant? LastRecorded { get; init; }

    /// <summary>Whether a use is over a channel of which the address is on the list; without a channel none of them may be.</summary>
    public bool IsSuppressedFor(ProcessingUse use) => use.Channel is { } channel ? SuppressedOver.Contains(channel) : !SuppressedOver.IsEmpty;

    /// <summary>The next moment after another at which a consent expires, or what is known of the notice must be looked up again; <see langword="null"/> for none.</summary>
    public Instant? NextExpiry(Instant now) => Consents.Select(consent => consent.Record.Until).Append(PublishedUntil).Where(until => until > now).Min();

    public required DecisionEvidence Evidence { get; init; }
}
