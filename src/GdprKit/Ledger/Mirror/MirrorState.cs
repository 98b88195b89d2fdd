namespace GdprKit.Ledger;

/// <summary>How the ledger in the database and its mirror stand to each other, seen from the database.</summary>
public enum MirrorState
{
    /// <summary>Nobody has looked yet.</summary>
    Unknown = 0,

    /// <summary>There is no mirror.</summary>
    NotKept,

    /// <summary>Both hold the same.</summary>
    Level,

    /// <summary>The database holds what the mirror does not hold yet; it is brought there.</summary>
    Ahead,

    /// <summary>The mirror holds what the database has lost: an older copy of the database was restored.</summary>
    Behind,

    /// <summary>Both hold something else at the same position: the database was written to after a restore, or one of them was rewritten.</summary>
    Diverged,

    /// <summary>The mirror is that of another ledger.</summary>
    Foreign,

    /// <summary>The mirror is gone, or lacks what the database knows to have been there.</summary>
    Missing,

    /// <summary>There is no room for what the mirror is to hold.</summary>
    Full,

    /// <summary>The mirror cannot be reached, read or written.</summary>
    Unreachable,

    /// <summary>The mirror was changed or cut off beside GdprKit, or was written by a newer version.</summary>
    Damaged,
}
