using GdprKit.Requests;
using Xunit;

namespace GdprKit.Conformance;

/// <summary>What the suites need to know of an adapter of <see cref="IExportVault"/>: how it is opened. Each suite has a fixture, and so a place, of its own, which is empty at first.</summary>
/// <remarks>Where the place is not to be had, let <see cref="OpenAsync"/> throw <c>SkipException.ForSkip("what to install")</c> of xunit.</remarks>
public abstract class ExportVaultFixture : IAsyncLifetime
{
    /// <summary>Opens the vault, as another instance of an application does. All that are open share one place.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    public abstract ValueTask<IExportVault> OpenAsync(CancellationToken cancellationToken);

    /// <inheritdoc/>
    public virtual ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <inheritdoc/>
    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
