using System.Reflection;
using GdprKit.Ledger;

namespace GdprKit;

/// <summary>Somebody between a log and who uses it: sees the name of each call before it is made, and can answer something else.</summary>
internal static class LogBetween
{
    /// <param name="log">The log.</param>
    /// <param name="called">Told the name of the member that is called.</param>
    /// <param name="answered">Given the name and the answer of the log, and gives its own.</param>
    public static ILedgerLog Over(ILedgerLog log, Action<string>? called = null, Func<string, object, object>? answered = null)
    {
        var proxy = DispatchProxy.Create<ILedgerLog, Proxy>();
        ((Proxy)(object)proxy).Stand(log, called, answered);
        return proxy;
    }

#pragma warning disable CA1852 // A proxy is derived from at run time.
    private class Proxy : DispatchProxy
#pragma warning restore CA1852
    {
        private ILedgerLog _log = null!;
        private Action<string>? _called;
        private Func<string, object, object>? _answered;

        public void Stand(ILedgerLog log, Action<string>? called, Func<string, object, object>? answered) => (_log, _called, _answered) = (log, called, answered);

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            _called?.Invoke(targetMethod!.Name);
            var answer = targetMethod!.Invoke(_log, args)!;
            return _answered is null ? answer : _answered(targetMethod.Name, answer);
        }
    }
}
