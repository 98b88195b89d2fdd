namespace GdprKit;

/// <summary>Over what something about consent was made known.</summary>
public enum ConsentMedium
{
    /// <summary>Nothing was said; refused.</summary>
    Unspecified = 0,

    /// <summary>A page on the web.</summary>
    Website,

    /// <summary>An application on a device.</summary>
    App,

    /// <summary>E-mail.</summary>
    Email,

    /// <summary>A text message.</summary>
    TextMessage,

    /// <summary>A call.</summary>
    Phone,

    /// <summary>Paper.</summary>
    Paper,

    /// <summary>A talk face to face.</summary>
    InPerson,

    /// <summary>The system from which a list was imported.</summary>
    OtherSystem,
}
