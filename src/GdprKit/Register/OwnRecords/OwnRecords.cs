using NodaTime;

namespace GdprKit;

/// <summary>
/// How long GdprKit keeps what it remembers itself: evidence of notices, consents and requests, the orders of erasures, and the
/// list of people who want no marketing. These are personal data too, so they are declared like all others.
/// </summary>
public sealed record OwnRecords
{
    /// <summary>How long evidence is kept after what it proves has ended: a consent after its withdrawal, a request after its answer.</summary>
    /// <value>
    /// The default is 5 years, the Dutch limitation period for most claims (art. 3:310 BW), which is also the general one for
    /// administrative fines of this size (art. 5:45 Awb).
    /// </value>
    public Period Evidence { get; init; } = DefaultEvidence;

    internal static Period DefaultEvidence { get; } = Period.FromYears(5);
}
