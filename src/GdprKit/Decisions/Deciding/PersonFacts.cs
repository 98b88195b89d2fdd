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

    /// <summary>When the last of it was recorded; no judgement is about an earlier moment, whatever the clock says.</summary>
    public required Instant? LastRecorded { get; init; }

    /// <summary>Whether a use is over a channel of which the address is on the list; without a channel none of them may be.</summary>
    public bool IsSuppressedFor(ProcessingUse use) => use.Channel is { } channel ? SuppressedOver.Contains(channel) : !SuppressedOver.IsEmpty;

    /// <summary>The next moment at which a consent expires after another; <see langword="null"/> for none.</summary>
    public Instant? NextExpiry(Instant now) => Consents.Select(consent => consent.Record.Until).Where(until => until > now).Min();

    public required DecisionEvidence Evidence { get; init; }
}
