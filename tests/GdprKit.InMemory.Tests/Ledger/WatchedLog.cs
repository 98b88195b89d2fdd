using System.Reflection;
using GdprKit.Ledger;

namespace GdprKit.InMemory.Ledger;

/// <summary>A log that says when somebody counts what waits, as a verification does after the entries.</summary>
internal sealed class WatchedLog
{
    public WatchedLog(ILedgerLog log, Action counted)
    {
        Log = DispatchProxy.Create<ILedgerLog, Proxy>();
        ((Proxy)(object)Log).Watch(log, counted);
    }

    public ILedgerLog Log { get; }

#pragma warning disable CA1852 // A proxy is derived from at run time.
    private class Proxy : DispatchProxy
#pragma warning restore CA1852
    {
        private ILedgerLog _log = null!;
        private Action _counted = null!;

        public void Watch(ILedgerLog log, Action counted) => (_log, _counted) = (log, counted);

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            if (targetMethod!.Name == nameof(ILedgerLog.CountPendingAsync))
            {
                _counted();
            }

            return targetMethod.Invoke(_log, args);
        }
    }
}
