namespace GdprKit.Ledger;

/// <summary>The ledger refuses what is asked. Nothing was written.</summary>
/// <remarks>Its message holds no key, no ref, no fact and no detail.</remarks>
public sealed partial class LedgerException : GdprKitException
{
    /// <summary>Makes the exception; for who writes a store.</summary>
    /// <param name="id">The id, for example <c>GDPR3100</c>.</param>
    /// <param name="fault">What is wrong, in a sentence.</param>
    /// <param name="remedy">What to do, in a sentence.</param>
    /// <param name="cause">What led to it, or <see langword="null"/>.</param>
    public LedgerException(string id, string fault, string remedy, Exception? cause = null)
        : base(id, fault, remedy, cause)
    {
    }

    /// <summary>Whether the application keeps no ledger yet, so that nothing was ever recorded in it.</summary>
    public bool IsNotKept => Id == LedgerMessages.NotKept;

    /// <summary>Which entry it is about; <see langword="null"/> where it is about none, or its id cannot be told.</summary>
    internal EntryId? Entry { get; private init; }

    /// <summary>The refusal of every use of a ledger for which the application has no place yet; a store throws it before it asks the database anything.</summary>
    /// <param name="fault">What is missing, in a sentence.</param>
    /// <param name="remedy">What to do, in a sentence.</param>
    public static LedgerException NotKept(string fault, string remedy) => new(LedgerMessages.NotKept, fault, remedy);

    /// <summary>
    /// The refusal of a batch in which an entry bears an id that another entry bears already; every store throws it alike.
    /// </summary>
    public static LedgerException IdTaken() => new(
        LedgerMessages.IdTaken,
        "An entry bears an id under which the ledger holds another one.",
        "Make a new id for a new entry; send an entry again only as it was, with the batch it was in.");

    /// <summary>
    /// The refusal of a stream whose entries and head do not belong together: one of them is missing. A store throws it when it cannot
    /// write because of that, which would else look as if somebody else had been faster.
    /// </summary>
    /// <param name="stream">The stream; only its kind is told.</param>
    public static LedgerException StreamIncomplete(StreamId stream) => new(
        LedgerMessages.StreamIncomplete,
        $"A {stream} lacks an entry that its head or its next entry counts, or the head that counts its entries.",
        "Verify the ledger: something was removed beside it, or the database was restored in part.");

    /// <summary>The refusal of whatever there is no room for: the disk of the database is full, or its limit is reached. A store throws it for each of its members.</summary>
    /// <param name="cause">What the database said.</param>
    public static LedgerException NoRoom(Exception cause) => new(
        LedgerMessages.NoRoom,
        "There is no room for what is to be written to the ledger; nothing of it is written.",
        "Make room on the disk of the database, or raise its limit, and do the same again.",
        cause);
}
