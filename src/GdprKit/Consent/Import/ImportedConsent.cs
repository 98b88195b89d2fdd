using GdprKit.Ledger;
using NodaTime;

namespace GdprKit;

/// <summary>What a list says: that a person agreed. What it does not tell is left out, and stays unknown.</summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
public sealed record ImportedConsent
{
    /// <summary>The person.</summary>
    public required SubjectId Subject { get; init; }

    /// <summary>What the person agreed to: a topic of the register; <see cref="ConsentSource.AgreedTo"/> says what that was then.</summary>
    public required ConsentTopic Topic { get; init; }

    /// <summary>When the person agreed, as the list says.</summary>
    public required Instant GivenAt { get; init; }

    /// <summary>The exact words, where the list has them.</summary>
    public ConsentWording? Wording { get; init; }

    /// <summary>Whether the list shows that the consent was explicit; needed where the activity needs it.</summary>
    public bool IsExplicit { get; init; }

    /// <summary>The age of the person at <see cref="GivenAt"/>; needed where the activity addresses minors. Not recorded.</summary>
    public int? Age { get; init; }

    /// <summary>The country whose law says from which age children agree themselves.</summary>
    /// <value>The default is <see langword="null"/>: that of the controller.</value>
    public CountryCode? Country { get; init; }

    /// <summary>The channels over which the list shows that the person confirmed the address.</summary>
    public ValueList<MarketingChannel> Confirmed { get; init; } = [];

    /// <summary>
    /// The addresses that came with it, over which the person is to be reached; looked up in the <see cref="SuppressionList"/> and not recorded. Where one is on
    /// it nothing is taken over, and the person is known to be suppressed over that channel, whatever else is in the way. Left out, only the send gate asks.
    /// </summary>
    public ValueList<MarketingAddress> Addresses { get; init; } = [];

    /// <summary>What belongs to it and may identify the person; kept apart.</summary>
    public EntryDetails? Details { get; init; }

    /// <summary>The topic; the person is withheld.</summary>
    public override string ToString() => Topic.ToString();
}
