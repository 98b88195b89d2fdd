using GdprKit.Ledger;
using Xunit;
using Xunit.Sdk;

namespace GdprKit.Conformance;

/// <summary>What the suites need to know of an adapter of <see cref="ILedgerMirror"/>: how a mirror is opened, and how one gets at its medium.</summary>
/// <remarks>
/// Every test has a mirror of its own, which has a name and is empty at first. Make the medium in <see cref="InitializeAsync"/> and remove it in
/// <see cref="DisposeAsync"/>. Where it is not installed, let <see cref="OpenAsync"/> throw <c>SkipException.ForSkip("what to install")</c> of xunit.
/// </remarks>
public abstract class MirrorFixture : IAsyncLifetime
{
    /// <summary>Opens a mirror, as one process does. All that are open under a name hold the same.</summary>
    /// <param name="name">Its name: 32 hexadecimal digits.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public abstract ValueTask<ILedgerMirror> OpenAsync(string name, CancellationToken cancellationToken);

    /// <summary>
    /// Opens a mirror for one use that is interrupted after a number of steps: what comes then fails, and everything after it, as when the program ends or
    /// the disk is taken away. Who opens it afterwards finds what is left.
    /// </summary>
    /// <remarks>By default a step is to call the mirror and another one is to hear its answer. Override it where the medium has steps of its own: writes, flushes, renamings.</remarks>
    /// <param name="name">Its name.</param>
    /// <param name="steps">How many steps are done before the interruption; 0 for none. With enough of them nothing is interrupted.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public virtual async ValueTask<ILedgerMirror> OpenInterruptedAsync(string name, int steps, CancellationToken cancellationToken) =>
        new InterruptedMirror(await OpenAsync(name, cancellationToken), steps);

    /// <summary>Replaces bytes of the medium beside the mirror, wherever they are found, with as many others. With the same ones nothing changes, and they are only counted.</summary>
    /// <remarks>Override it where there is such a medium; else what is promised of it is skipped, and said to be.</remarks>
    /// <param name="name">The name of the mirror.</param>
    /// <param name="sought">The bytes that are sought.</param>
    /// <param name="replacement">As many others.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>At how many places they were found.</returns>
    public virtual ValueTask<int> ReplaceBytesAsync(string name, ReadOnlyMemory<byte> sought, ReadOnlyMemory<byte> replacement, CancellationToken cancellationToken) =>
        throw SkipException.ForSkip($"Nobody gets at the medium of this mirror beside it: {nameof(ReplaceBytesAsync)} is not overridden.");

    /// <inheritdoc/>
    public virtual ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <inheritdoc/>
    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
