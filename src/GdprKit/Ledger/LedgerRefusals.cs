namespace GdprKit.Ledger;

/// <summary>Why the ledger refuses an append.</summary>
internal static class LedgerRefusals
{
    public static LedgerException StaleView() => new(
        LedgerMessages.StaleView,
        "A stream has been added to by somebody else, and the host's transaction does not see it.",
        "Begin the transaction again; or use an isolation level that sees what others commit, as read committed.");

    public static LedgerException TooManyConflicts(int attempts) => new(
        LedgerMessages.TooManyConflicts,
        $"Others were faster {attempts} times in a row to add to one stream.",
        "Try again; if it happens often, let the streams have narrower keys, so that fewer writers share one.");

    public static LedgerException LeaseLost() => new(
        LedgerMessages.LeaseLost,
        "The lease under which an entry was to be written belongs to somebody else by now.",
        "Roll back what was done with it, and stop: the new holder goes on from the progress that was stored.");
}
