using GdprKit.Ledger;

namespace GdprKit;

/// <summary>A log whose hashes somebody changes beside the ledger.</summary>
public sealed class TamperedLog
{
    public bool IsTampered { get; set; }

#pragma warning disable CA2012 // It is awaited there, once.
    public ILedgerLog Over(ILedgerLog log) => LogBetween.Over(
        log, answered: (name, answer) => name == nameof(ILedgerLog.ReadLogAsync) ? ChangedAsync((ValueTask<ValueList<OrderedEntry>>)answer) : answer);
#pragma warning restore CA2012

    private async ValueTask<ValueList<OrderedEntry>> ChangedAsync(ValueTask<ValueList<OrderedEntry>> read)
    {
        var entries = await read;
        return IsTampered ? entries.Select(entry => entry with { Hash = MerkleTree.LeafOf(entry.Hash) }).ToValueList() : entries;
    }
}
