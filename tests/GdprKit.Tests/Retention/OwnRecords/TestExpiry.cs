using GdprKit.Backups;
using GdprKit.Ledger;
using NodaTime;

namespace GdprKit.Retention;

/// <summary>What the ledger lets go, as a host has it: what is recorded about backups is heeded.</summary>
internal static class TestExpiry
{
    public static LedgerExpiry Over(ILedgerStore store, ProcessingRegister register, IClock clock, params ReadOnlySpan<StreamFold> folds)
    {
        var streams = new LedgerStreams(store, clock);
        return new LedgerExpiry(register, [.. folds], streams, new BackupOutlook(register, streams, new BackupSets(register, streams, clock), clock), null, clock);
    }
}
