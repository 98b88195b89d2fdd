using Xunit;

namespace GdprKit.Conformance;

/// <summary>
/// What the suites need to know of an adapter of <see cref="GdprKit.Notices.IContactSource"/>: how it is opened, and how the application adds and removes its
/// people. Each suite has a fixture, and so an application, of its own, without people at first.
/// </summary>
/// <remarks>
/// The application keeps <see cref="Correspondent"/> under the map of <see cref="ConformanceContacts"/>. Where the adapter knows a way by which
/// applications hide rows, it hides those with <see cref="Correspondent.IsHidden"/>; they are people like all others. Where the medium is not
/// installed, let <see cref="OpenAsync"/> throw <c>SkipException.ForSkip("what to install")</c> of xunit.
/// </remarks>
public abstract class ContactSourceFixture : IAsyncLifetime
{
    /// <summary>Opens the source, once for every request to the application. All that are open see the same people.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    public abstract ValueTask<ContactSourceSession> OpenAsync(CancellationToken cancellationToken);

    /// <summary>Adds rows, as the application would: it links nobody. Called any number of times.</summary>
    /// <param name="rows">New objects.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public abstract ValueTask AddAsync(IReadOnlyCollection<Correspondent> rows, CancellationToken cancellationToken);

    /// <summary>Removes rows, as the application would: their links stay.</summary>
    /// <param name="rows">Rows that were added.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public abstract ValueTask RemoveAsync(IReadOnlyCollection<Correspondent> rows, CancellationToken cancellationToken);

    /// <inheritdoc/>
    public virtual ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <inheritdoc/>
    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
