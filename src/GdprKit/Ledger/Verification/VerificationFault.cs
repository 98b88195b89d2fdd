namespace GdprKit.Ledger;

/// <summary>What can be wrong with a ledger.</summary>
public enum VerificationFault
{
    /// <summary>Nothing is said.</summary>
    Unspecified = 0,

    /// <summary>An entry, its details, or what is left of it after it expired, is not what was put in order.</summary>
    EntryChanged,

    /// <summary>An entry is gone, or cannot be read, and has not expired.</summary>
    EntryMissing,

    /// <summary>A position is missing.</summary>
    PositionMissing,

    /// <summary>The order was rewritten: the entries fit, and come to another tree than the one that stands.</summary>
    OrderChanged,

    /// <summary>A node of the tree is missing or another one, so that proofs that need it fail; or one was put there that the tree does not have.</summary>
    NodeChanged,

    /// <summary>What is stored of the tip is no tree.</summary>
    TipUnreadable,

    /// <summary>An entry, or a trace of one, was put there beside the ledger: it neither has a position nor waits for one, or does both.</summary>
    Stray,

    /// <summary>An entry that waits for its position is gone.</summary>
    PendingMissing,

    /// <summary>The head of a stream is not what its entries come to, or lacks entries.</summary>
    HeadChanged,

    /// <summary>Content is not what its digest says.</summary>
    ContentChanged,

    /// <summary>The mirror holds another entry at a position.</summary>
    MirrorDiffers,

    /// <summary>The database and its mirror do not stand as they should.</summary>
    MirrorUnfit,

    /// <summary>A checkpoint does not fit the ledger, or is not signed by its key.</summary>
    CheckpointUnfit,
}
