namespace GdprKit;

/// <summary>What shows that somebody agreed (Art. 7(1)): besides who, over what and when, the exact words, what they were told, and what they did.</summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
public sealed record ConsentEvidence : ConsentSignal
{
    /// <summary>The exact words beside the box; <see cref="Consents.Question"/> gives those of the register.</summary>
    public required ConsentWording Wording { get; init; }

    /// <summary>The digest of the privacy notice that was offered with it: <c>PrivacyNotice.Digest</c>.</summary>
    public required Digest Notice { get; init; }

    /// <summary>What they did.</summary>
    public required ConsentMechanism Mechanism { get; init; }

    /// <summary>
    /// The age of the person in years on that day; needed where the activity addresses minors and the person agreed themselves. Only whether
    /// it suffices is looked at; it is not recorded.
    /// </summary>
    public int? Age { get; init; }

    /// <summary>The country whose law says from which age children agree themselves.</summary>
    /// <value>The default is <see langword="null"/>: that of the controller.</value>
    public CountryCode? Country { get; init; }
}
