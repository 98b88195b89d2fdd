namespace GdprKit;

/// <summary>Why an imported consent was not taken over.</summary>
public enum ImportObstacle
{
    /// <summary>Nothing was said; no obstacle has it.</summary>
    Unspecified = 0,

    /// <summary>
    /// The person refused or took it back, whenever, and whether it was asked for the activity as a whole or for a channel of it; only they can undo that.
    /// </summary>
    RefusedOrWithdrawn,

    /// <summary>It stands already, by evidence that is no list.</summary>
    StandsAlready,

    /// <summary>It stood, and expired, was revoked or is no longer valid.</summary>
    EndedBefore,

    /// <summary>By the terms of the register it would have expired by now.</summary>
    Expired,

    /// <summary>It is said to be given in the future, or after the list was obtained.</summary>
    InTheFuture,

    /// <summary>The activity addresses minors, and the person was too young, or the list does not show the age (Art. 8).</summary>
    TooYoung,

    /// <summary>The activity needs explicit consent, and the list does not show it.</summary>
    NotExplicit,

    /// <summary>The list has the person and topic twice near each other; the first was taken.</summary>
    ListedTwice,

    /// <summary>An address that came with it is on the <see cref="SuppressionList"/>: the owner wants no marketing (Art. 21(3)).</summary>
    Suppressed,

    /// <summary>An address that came with it has no canonical form, so the suppression list cannot be asked.</summary>
    AddressUnreadable,

    /// <summary>The register to which the people on the list agreed did not ask for it.</summary>
    NotAskedThen,
}
