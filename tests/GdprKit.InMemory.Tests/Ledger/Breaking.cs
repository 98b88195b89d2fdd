using System.Reflection;
using GdprKit.Ledger;

namespace GdprKit.InMemory.Ledger;

/// <summary>A program that ends after a number of steps: a call, or its answer, never arrives, and neither does any later one.</summary>
internal sealed class Breaking(int steps)
{
    private int _left = steps;

    public bool IsBroken { get; private set; }

    public ILedgerStore Of(ILedgerStore store) => Proxy<ILedgerStore>.Around(store, this);

    public ILedgerLog Of(ILedgerLog log, Func<Task>? beforeCommit = null) => Proxy<ILedgerLog>.Around(log, this, (nameof(ILedgerLog.CommitOrderAsync), beforeCommit));

    public ILedgerLog Of(ILedgerLog log, string member, Exception refusal) => Proxy<ILedgerLog>.Around(log, this, (member, () => Task.FromException(refusal)));

    public ILedgerMirror Of(ILedgerMirror mirror, Exception? refusesToAppend = null) => Proxy<ILedgerMirror>.Around(
        mirror, this, (nameof(ILedgerMirror.AppendAsync), refusesToAppend is null ? null : () => Task.FromException(refusesToAppend)));

    private void Step()
    {
        if (_left-- <= 0)
        {
            IsBroken = true;
            throw new IOException("Interrupted on purpose.");
        }
    }

#pragma warning disable CA1852 // A proxy is derived from at run time.
    private class Proxy<T> : DispatchProxy
        where T : class
#pragma warning restore CA1852
    {
        private T _sound = null!;
        private Breaking _breaking = null!;
        private (string Member, Func<Task>? Act) _before;

        public static T Around(T sound, Breaking breaking, (string Member, Func<Task>? Act) before = default)
        {
            var proxy = (Proxy<T>)(object)Create<T, Proxy<T>>();
            (proxy._sound, proxy._breaking, proxy._before) = (sound, breaking, before);
            return (T)(object)proxy;
        }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            // What gives entries one by one is passed on: nothing is written by it.
            var answer = targetMethod!.ReturnType;
            return answer.IsGenericType && answer.GetGenericTypeDefinition() == typeof(ValueTask<>)
                ? typeof(Proxy<T>).GetMethod(nameof(CallAsync), BindingFlags.Instance | BindingFlags.NonPublic)!.MakeGenericMethod(answer.GetGenericArguments()).Invoke(this, [targetMethod, args])
                : targetMethod.Invoke(_sound, args);
        }

        private async ValueTask<TAnswer> CallAsync<TAnswer>(MethodInfo method, object?[]? args)
        {
            _breaking.Step();
            if (method.Name == _before.Member && _before.Act is { } act)
            {
                await act();
            }

            var answer = await (ValueTask<TAnswer>)method.Invoke(_sound, args)!;
            _breaking.Step();
            return answer;
        }
    }
}
