using GdprKit.Ledger;
using Xunit;

namespace GdprKit.Conformance;

/// <summary>What the suites need to know of an adapter of <see cref="ILedgerMirror"/>: how a mirror is opened. One whose medium can be reached beside it is an <see cref="IMirrorMedium"/> as well.</summary>
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
        new Interruption(steps).Of(await OpenAsync(name, cancellationToken));

    /// <inheritdoc/>
    public virtual ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <inheritdoc/>
    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
