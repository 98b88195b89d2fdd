namespace GdprKit;

/// <summary>What the states of consent are in the W3C Data Privacy Vocabulary.</summary>
public static class ConsentStatusExtensions
{
    /// <summary>The term: <c>dpv:ConsentGiven</c>.</summary>
    /// <param name="status">The state.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is no state.</exception>
    public static DpvTerm ToDpvTerm(this ConsentStatus status) => DpvTerm.Parse(status switch
    {
        ConsentStatus.Unknown => "dpv:ConsentUnknown",
        ConsentStatus.Requested => "dpv:ConsentRequested",
        ConsentStatus.Deferred => "dpv:ConsentRequestDeferred",
        ConsentStatus.Refused => "dpv:ConsentRefused",
        ConsentStatus.Given => "dpv:ConsentGiven",
        ConsentStatus.Renewed => "dpv:RenewedConsentGiven",
        ConsentStatus.Withdrawn => "dpv:ConsentWithdrawn",
        ConsentStatus.Revoked => "dpv:ConsentRevoked",
        ConsentStatus.Invalidated => "dpv:ConsentInvalidated",
        ConsentStatus.Expired => "dpv:ConsentExpired",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    });

    /// <summary>Whether consent in this state permits: only given and renewed do.</summary>
    /// <param name="status">The state.</param>
    public static bool IsValid(this ConsentStatus status) => status is ConsentStatus.Given or ConsentStatus.Renewed;
}
