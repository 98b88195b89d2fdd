using System.Reflection;
using GdprKit.Ledger;

namespace GdprKit.InMemory;

/// <summary>A mirror to which nothing leads.</summary>
#pragma warning disable CA1852 // What stands for an interface at run time is derived from it.
internal class UnreachableMirror : DispatchProxy
#pragma warning restore CA1852
{
    public static ILedgerMirror Create() => Create<ILedgerMirror, UnreachableMirror>();

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => throw new IOException("the network is down");
}
