using System.Collections.Concurrent;
using GdprKit.Conformance;
using GdprKit.Ledger;

namespace GdprKit.InMemory.Ledger;

public sealed class MemoryMirrorFixture : MirrorFixture
{
    private readonly ConcurrentDictionary<string, InMemoryLedgerMirror> _mirrors = new();

    public override ValueTask<ILedgerMirror> OpenAsync(string name, CancellationToken cancellationToken) => ValueTask.FromResult<ILedgerMirror>(_mirrors.GetOrAdd(name, _ => new InMemoryLedgerMirror()));
}
