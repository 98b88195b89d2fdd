using NodaTime;

namespace GdprKit.Ledger;

/// <summary>Facts with one of everything that facts may hold.</summary>
public sealed record SubscriptionStarted
{
    public required Key<ProcessingActivity> Activity { get; init; }

    public required SubscriptionState State { get; init; }

    public LocalDate? Until { get; init; }

    public Instant? Asked { get; init; }

    public Period? Notice { get; init; }

    public long Copies { get; init; }

    public bool IsGift { get; init; }

    public Digest? Wording { get; init; }

    public Language? Language { get; init; }

    public SubjectRef? Payer { get; init; }

    public EntryId? Order { get; init; }

    public ValueList<Key<DataCategory>> Categories { get; init; } = [];

    public ValueList<SubscriptionIssue> Issues { get; init; } = [];
}
