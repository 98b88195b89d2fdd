namespace GdprKit;

/// <summary>How far an erasure has come.</summary>
public enum ErasureOrderStatus
{
    /// <summary>Nothing was ordered.</summary>
    Unknown = 0,

    /// <summary>Ordered; some place has not answered yet.</summary>
    Ordered,

    /// <summary>Every place has answered; something stays for a time, or the person is still to be told.</summary>
    Waiting,

    /// <summary>Nothing is left, and nothing leads from the ledger to the person any more.</summary>
    Completed,

    /// <summary>Ended before it was done: the person took it back, or came back. What went is gone; what is left follows its periods again.</summary>
    Ended,
}
