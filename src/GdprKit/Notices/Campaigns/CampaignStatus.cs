namespace GdprKit;

/// <summary>How far the telling of a version has come.</summary>
public enum CampaignStatus
{
    /// <summary>There is no campaign.</summary>
    Unknown = 0,

    /// <summary>A material version was published; nothing is sent until somebody starts it.</summary>
    Opened,

    /// <summary>People are told; also people who come later.</summary>
    Running,

    /// <summary>Nothing is sent until it is resumed.</summary>
    Paused,

    /// <summary>It ended early, for good.</summary>
    Stopped,
}
