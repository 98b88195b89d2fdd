using System.Reflection;
using GdprKit.Ledger;

namespace GdprKit;

/// <summary>A log whose hashes somebody changes beside the ledger.</summary>
public sealed class TamperedLog
{
    public bool IsTampered { get; set; }

    public ILedgerLog Over(ILedgerLog log)
    {
        var proxy = DispatchProxy.Create<ILedgerLog, Proxy>();
        ((Proxy)(object)proxy).Watch(log, this);
        return proxy;
    }

    private async ValueTask<ValueList<OrderedEntry>> ChangedAsync(ValueTask<ValueList<OrderedEntry>> read)
    {
        var entries = await read;
        return IsTampered ? entries.Select(entry => entry with { Hash = MerkleTree.LeafOf(entry.Hash) }).ToValueList() : entries;
    }

#pragma warning disable CA1852 // A proxy is derived from at run time.
    private class Proxy : DispatchProxy
#pragma warning restore CA1852
    {
        private ILedgerLog _log = null!;
        private TamperedLog _tampered = null!;

        public void Watch(ILedgerLog log, TamperedLog tampered) => (_log, _tampered) = (log, tampered);

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            var answer = targetMethod!.Invoke(_log, args);
#pragma warning disable CA2012 // It is awaited there, once.
            return targetMethod.Name == nameof(ILedgerLog.ReadLogAsync) ? _tampered.ChangedAsync((ValueTask<ValueList<OrderedEntry>>)answer!) : answer;
#pragma warning restore CA2012
        }
    }
}
