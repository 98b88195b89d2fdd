namespace GdprKit;

/// <summary>How far a request has come. It is open until it is fulfilled, refused, withdrawn, merged or moved.</summary>
public enum RightsRequestStatus
{
    /// <summary>There is no such request.</summary>
    Unknown = 0,

    /// <summary>Received, or open again, and not decided.</summary>
    Received,

    /// <summary>The person was asked what is meant, and has not answered.</summary>
    ClarificationAsked,

    /// <summary>The person was asked to show who it is, because there is doubt, and has not yet.</summary>
    IdentityAsked,

    /// <summary>Granted, and still to be carried out.</summary>
    Accepted,

    /// <summary>Refused in part; what was granted is still to be carried out.</summary>
    RefusedInPart,

    /// <summary>Carried out, as far as it was granted.</summary>
    Fulfilled,

    /// <summary>Refused.</summary>
    Refused,

    /// <summary>Taken back by the person.</summary>
    Withdrawn,

    /// <summary>Handled together with an earlier request of the same person.</summary>
    Merged,

    /// <summary>Assigned to a person, with whom it goes on under the same id. What is left here is about nobody.</summary>
    Moved,
}
