namespace GdprKit;

/// <summary>The way by which a request came; the law demands none (Art. 12(2), recital 59).</summary>
public enum RightsRequestChannel
{
    /// <summary>Nothing was said; refused.</summary>
    Unspecified = 0,

    /// <summary>A page of the application, filled in by the person.</summary>
    PrivacyCentre,

    /// <summary>An e-mail.</summary>
    Email,

    /// <summary>A letter.</summary>
    Letter,

    /// <summary>A telephone call.</summary>
    Phone,

    /// <summary>At the counter, or to somebody of the staff.</summary>
    InPerson,
}
