namespace GdprKit;

/// <summary>How a person is told of a version of the notice.</summary>
public enum NoticeChannel
{
    /// <summary>Nothing was said.</summary>
    Unspecified = 0,

    /// <summary>By electronic mail.</summary>
    Email,

    /// <summary>By letter.</summary>
    Letter,

    /// <summary>In the application, at a visit.</summary>
    Application,

    /// <summary>By a person: at a counter or by phone.</summary>
    InPerson,
}
