namespace GdprKit;

/// <summary>How far it has come that a person is told of a version of the notice.</summary>
/// <remarks>Delivered is what the law asks (Art. 13, 14); acknowledged is evidence beside it, and never consent.</remarks>
public enum NoticeDeliveryStatus
{
    /// <summary>Nothing was done about this person yet; the person is queued as long as data are held.</summary>
    Unknown = 0,

    /// <summary>Somebody is sending it now.</summary>
    Claimed,

    /// <summary>It could not be handed over now, and is tried again.</summary>
    Deferred,

    /// <summary>It was handed over to be delivered, or shown.</summary>
    Sent,

    /// <summary>It came back.</summary>
    Bounced,

    /// <summary>It cannot be delivered: there is no address, or none that works.</summary>
    Unreachable,

    /// <summary>The person said to have read it.</summary>
    Acknowledged,
}
