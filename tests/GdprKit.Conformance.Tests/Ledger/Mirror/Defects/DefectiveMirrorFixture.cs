using GdprKit.Ledger;

namespace GdprKit.Conformance.Mirror;

/// <summary>A fixture of mirrors with one defect.</summary>
internal sealed class DefectiveMirrorFixture(Func<ILedgerMirror, ILedgerMirror> spoil) : MirrorFixture, IMirrorMedium
{
    private readonly FolderMirrorFixture _sound = new();

    public override async ValueTask<ILedgerMirror> OpenAsync(string name, CancellationToken cancellationToken) => spoil(await _sound.OpenAsync(name, cancellationToken));

    /// <summary>Interrupted between what the defect makes of a call.</summary>
    public override async ValueTask<ILedgerMirror> OpenInterruptedAsync(string name, int steps, CancellationToken cancellationToken) =>
        spoil(new Interruption(steps).Of(await _sound.OpenAsync(name, cancellationToken)));

    public ValueTask<int> ReplaceBytesAsync(string name, ReadOnlyMemory<byte> sought, ReadOnlyMemory<byte> replacement, CancellationToken cancellationToken) =>
        _sound.ReplaceBytesAsync(name, sought, replacement, cancellationToken);

    public override async ValueTask DisposeAsync()
    {
        await _sound.DisposeAsync();
        await base.DisposeAsync();
    }
}
