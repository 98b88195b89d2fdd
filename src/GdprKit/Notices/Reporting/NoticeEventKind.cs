namespace GdprKit;

/// <summary>What happened between a person and a version of the notice.</summary>
public enum NoticeEventKind
{
    /// <summary>Something that this program does not know.</summary>
    Unknown = 0,

    /// <summary>The person was told.</summary>
    Sent,

    /// <summary>The person was reminded.</summary>
    Reminded,

    /// <summary>It could not be handed over then, and was to be tried again.</summary>
    Deferred,

    /// <summary>A reminder could not be handed over then, and was to be tried again.</summary>
    ReminderDeferred,

    /// <summary>A reminder could not be handed over, and is not tried again.</summary>
    ReminderGivenUp,

    /// <summary>It came back.</summary>
    Bounced,

    /// <summary>It could not be delivered.</summary>
    Unreachable,

    /// <summary>It was to be sent anew.</summary>
    Requeued,

    /// <summary>The person said to have read it.</summary>
    Acknowledged,
}
