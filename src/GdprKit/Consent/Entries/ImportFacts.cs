using NodaTime;

namespace GdprKit.Consent;

/// <summary>That a list says that somebody agreed. What it does not tell is missing here too.</summary>
internal sealed record ImportFacts
{
    public required Key<ProcessingActivity> Activity { get; init; }

    public MarketingChannel? Channel { get; init; }

    /// <summary>When the person agreed, as the list says.</summary>
    public required Instant At { get; init; }

    /// <summary>When the list was obtained.</summary>
    public required Instant ObtainedAt { get; init; }

    /// <summary>The digest of the words that say where the list is from.</summary>
    public required Digest Source { get; init; }

    public Digest? Wording { get; init; }

    public Language? Language { get; init; }

    /// <summary>The digest of the part of the register that was agreed to; nothing where nobody knows.</summary>
    public Digest? Agreement { get; init; }

    public bool Explicit { get; init; }

    public Instant? Until { get; init; }

    public ValueList<MarketingChannel> Confirm { get; init; } = [];

    /// <summary>The channels over which the list says that it was confirmed.</summary>
    public ValueList<MarketingChannel> Proven { get; init; } = [];
}
