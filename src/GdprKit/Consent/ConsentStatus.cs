namespace GdprKit;

/// <summary>The ten states of consent of the W3C Data Privacy Vocabulary; <see cref="ConsentStatusExtensions"/> gives the term of each.</summary>
public enum ConsentStatus
{
    /// <summary>Nobody ever asked or answered; denied.</summary>
    Unknown = 0,

    /// <summary>The person was asked, and has not answered.</summary>
    Requested,

    /// <summary>The person wants to decide later.</summary>
    Deferred,

    /// <summary>The person said no.</summary>
    Refused,

    /// <summary>The person agreed.</summary>
    Given,

    /// <summary>The person agreed again to what was agreed before.</summary>
    Renewed,

    /// <summary>The person took it back (Art. 7(3)).</summary>
    Withdrawn,

    /// <summary>Somebody else than the person took it back, as the controller or an authority.</summary>
    Revoked,

    /// <summary>What was agreed to is no more, as when the activity changed, or it was no valid consent.</summary>
    Invalidated,

    /// <summary>Its time is over. Computed from the clock, never written.</summary>
    Expired,
}
