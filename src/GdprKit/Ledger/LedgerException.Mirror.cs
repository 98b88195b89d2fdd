using System.Globalization;

namespace GdprKit.Ledger;

/// <content>What the order and the mirror refuse; every store and every mirror throws it alike.</content>
public sealed partial class LedgerException
{
    /// <summary>The refusal to put entries in order when one that waits for its position is missing, and has not expired; or when one is there and does not wait.</summary>
    /// <param name="entry">Its id; that of none when it cannot be told.</param>
    public static LedgerException PendingMissing(EntryId entry) => new(
        LedgerMessages.PendingMissing,
        $"{(entry == default ? "An entry" : $"The entry {entry}")} is to get its position in the ledger, and is missing and has not expired; or it is there, and does not wait for a position any more.",
        "Verify the ledger: something was removed beside it, or the database was restored in part.")
    {
        Entry = entry == default ? null : entry,
    };

    /// <summary>The refusal to put entries in order when they, or the positions that they are to get, have something in the order already.</summary>
    /// <param name="cause">What the database said.</param>
    public static LedgerException PositionTaken(Exception? cause = null) => new(
        LedgerMessages.PositionTaken,
        "An entry that waits for its position in the ledger waits twice or has one already, or something else stands at the position that is to be given.",
        "Verify the ledger, which names what was put there beside it. Keep a copy of the database as evidence; nothing more is put in order until it is removed.",
        cause);

    /// <summary>The refusal of a tip that is stored and is no tree; every log throws it alike.</summary>
    /// <param name="cause">What was wrong with it, or <see langword="null"/>.</param>
    public static LedgerException TipUnreadable(Exception? cause = null) => new(
        LedgerMessages.TipUnreadable,
        "What is stored of how far the ledger is in order is no tree.",
        "Verify the ledger: it was changed beside it. Put the row back from a backup, or from the checkpoint of the mirror.",
        cause);

    /// <summary>The refusal of a mirror that cannot be reached, read or written.</summary>
    /// <param name="cause">What the medium said, without the name of a file; <see langword="null"/> when it said nothing.</param>
    public static LedgerException MirrorUnreachable(Exception? cause = null) => new(
        LedgerMessages.MirrorUnreachable,
        "The mirror of the ledger cannot be reached, read or written.",
        "See that its place is there, and that the account of the application owns it; what was not mirrored is mirrored then.",
        cause);

    /// <summary>The refusal of a mirror at which somebody else is writing.</summary>
    public static LedgerException MirrorBusy() => new(
        LedgerMessages.MirrorBusy,
        "Somebody else is writing to the mirror of the ledger.",
        "Wait for it. If it is no other instance of this application, give each application a mirror of its own.");

    /// <summary>The refusal of a mirror that was changed or cut off beside GdprKit.</summary>
    /// <param name="position">The first position that cannot be read right; -1 when it is no entry that is damaged.</param>
    public static LedgerException MirrorDamaged(long position) => new(
        LedgerMessages.MirrorDamaged,
        position < 0
            ? "The mirror of the ledger is damaged."
            : string.Create(CultureInfo.InvariantCulture, $"The mirror of the ledger is damaged from position {position} on."),
        "Put a copy of the mirror back; or move it away, keep it as evidence, and let a new one be made from the database, which can then no longer show what was rewritten before.");

    /// <summary>The refusal of a mirror that a newer program wrote.</summary>
    public static LedgerException MirrorNewer() => new(
        LedgerMessages.MirrorNewer, "A newer version of GdprKit wrote the mirror of the ledger.", "Use that version, or a later one.");

    /// <summary>The refusal to forget in a mirror an entry that it does not hold so.</summary>
    /// <param name="position">The position.</param>
    public static LedgerException MirrorHoldsOther(long position) => new(
        LedgerMessages.MirrorHoldsOther,
        string.Create(CultureInfo.InvariantCulture, $"The mirror of the ledger holds another entry at position {position} than the one that is to be forgotten."),
        "Compare the ledger with its mirror first: one of them was rewritten, or belongs to another ledger.");

    /// <summary>The refusal to carry on what was changed after it was put in order.</summary>
    /// <param name="position">The position.</param>
    public static LedgerException NotAsOrdered(long position) => new(
        LedgerMessages.NotAsOrdered,
        string.Create(CultureInfo.InvariantCulture, $"What stands at position {position} of the ledger is missing, or is not what was put in order there."),
        "Verify the ledger: something was changed beside it. Nothing is mirrored from there on until it is put right.");

    /// <summary>The refusal of whatever the mirror has no room for: its disk is full, or its limit is reached. A mirror throws it for each of its members, and nothing else does.</summary>
    /// <param name="cause">What the medium said, without the name of a file; <see langword="null"/> when it said nothing.</param>
    public static LedgerException MirrorFull(Exception? cause = null) => new(
        LedgerMessages.MirrorFull,
        "There is no room where the mirror of the ledger is kept; nothing of what was to be written there is written.",
        "Make room where the mirror is kept; what was not mirrored is mirrored then. What was to be accepted while the database was refused was not: send it again.",
        cause);

    internal static LedgerException NotCommitted() => new(
        LedgerMessages.NotCommitted,
        "An entry is to be in the mirror of the ledger, and is not in the ledger, or not committed.",
        "Commit the transaction it was appended in, and only then ask for it.");

    internal static LedgerException NoMirror() => new(
        LedgerMessages.NoMirror,
        "An entry is to be in the mirror of the ledger, and there is none.",
        "Call gdpr.UseLedgerMirror(…) with a place outside of the database.");

    internal static LedgerException NoCheckpointVerifier() => new(
        LedgerMessages.NoCheckpointVerifier,
        "A checkpoint is to be compared with the ledger, and nothing here opens checkpoints.",
        "Call gdpr.SignCheckpoints(…) of GdprKit.Transparency, or register an ICheckpointVerifier.");

    internal static LedgerException DatabaseBehind(long size, long mirrored) => new(
        LedgerMessages.DatabaseBehind,
        string.Create(CultureInfo.InvariantCulture, $"The database holds {size} entries of the ledger in order, and its mirror {mirrored}: an older copy of the database was restored."),
        "Replay the mirror before anything else is done (DatabaseRestores.ReplayAsync): people who were erased may be back, and withdrawals are missing.");

    internal static LedgerException DatabaseDiverged() => new(
        LedgerMessages.DatabaseDiverged,
        "The database and the mirror of the ledger hold something else at the same position: the database was written to after a restore, or one of the two was rewritten.",
        "Verify the ledger to see from where on. After a restore, replay the mirror; otherwise keep both as evidence.");

    internal static LedgerException MirrorForeign() => new(
        LedgerMessages.MirrorForeign, "The mirror is that of another ledger.", "Name the place of this ledger's mirror, or a new one.");

    internal static LedgerException MirrorMissing(long held, long known) => new(
        LedgerMessages.MirrorMissing,
        string.Create(CultureInfo.InvariantCulture, $"The mirror of the ledger holds {held} entries, and {known} were there."),
        "Put the mirror back. Where it is lost, move what is left of it away, and call LedgerSequencer.RenewMirrorAsync, which makes a new one from the database; what was rewritten before then cannot be noticed any more.");

    internal static LedgerException MirrorNotEmpty(long held) => new(
        LedgerMessages.MirrorNotEmpty,
        string.Create(CultureInfo.InvariantCulture, $"A new mirror of the ledger is to be made, and what is at its place holds {held} entries."),
        "Move it away and keep it as evidence; then ask again.");

    internal static LedgerException ReplayUnderWay() => new(
        LedgerMessages.ReplayUnderWay,
        "The database was restored from an older copy, and what happened since is being done again.",
        "Wait until that is finished; where it was interrupted, ask for it again (DatabaseRestores.ReplayAsync), and it goes on.");
}
