namespace GdprKit.Ledger;

/// <summary>What comes of a replay.</summary>
public enum RestoreFindingKind
{
    /// <summary>Nothing was said.</summary>
    Unspecified = 0,

    /// <summary>Entries stand in the ledger again, at their positions.</summary>
    EntriesRestored,

    /// <summary>Entries that were recorded since the restore follow those that came back: what had to make room for them, and what protects people and was kept in the mirror as well.</summary>
    EntriesAppended,

    /// <summary>Entries came back that only a newer version can read; their streams can be read and not added to.</summary>
    EntriesUnread,

    /// <summary>Something lies in the inbox of the mirror that this version does not know; it stays there, and somebody has to look at it.</summary>
    InboxLeft,

    /// <summary>An erasure was repeated.</summary>
    ErasureRepeated,

    /// <summary>An erasure is about somebody of whom the copy has no row.</summary>
    ErasureWithoutRows,

    /// <summary>An erasure waits for a place that has not answered; it goes on by itself.</summary>
    ErasureWaiting,

    /// <summary>A row bears the key of somebody who was erased, and arrived at another moment, or nobody knows when: it may be somebody else's, so it was not touched.</summary>
    ErasureUncertain,

    /// <summary>
    /// Of somebody whose erasure was repeated something stays that had gone: a hold, a request or a restriction of after the erasure protects what came back. It goes by itself when that ends; until then the answer that
    /// the person got is not true.
    /// </summary>
    ErasureProtected,

    /// <summary>An erasure was ordered without a key by which rows are known again, and nothing leads to the person: whether the copy has rows of the person nobody can tell.</summary>
    ErasureUnfindable,

    /// <summary>
    /// Entries came back about people to whom nothing leads in this copy: they became known after it was made. Who of them is in the copy all the same counts as somebody new, so what they objected to or withdrew since is not
    /// seen; marketing addresses on the suppression list are. Where everybody is linked before backups are made (<see cref="SubjectLinking"/>, or the workers of GdprKit.Hosting), these are newcomers, who are not in the copy.
    /// </summary>
    PeopleUnknown,

    /// <summary>A retention run was repeated.</summary>
    RunRepeated,

    /// <summary>A retention run was approved by other rules than those of today: look at a preview, and approve it.</summary>
    RunToApprove,

    /// <summary>
    /// A retention run was not repeated, or one that was approved or under way is paused, because a hold, a request or a restriction came back about somebody to whom nothing leads in this copy: nobody knows whose rows have to stay. Find out who it is, place it again, look at a
    /// preview, and approve it. Meanwhile the application approves nothing by itself for <see cref="RetentionRunOptions.WaitAfterChange"/>.
    /// </summary>
    RunHeldBack,

    /// <summary>Data were corrected on request (Art. 16): the ledger holds no values, so somebody has to correct them again.</summary>
    RectificationToRedo,
}
