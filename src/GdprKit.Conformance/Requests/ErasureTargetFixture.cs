using GdprKit.Requests;
using Xunit;

namespace GdprKit.Conformance;

/// <summary>
/// What the suites need to know of an adapter of <see cref="IErasureTarget"/>: how it is opened, and how the application puts something of a person there and sees what is left. Each suite has a
/// fixture, and so a place, of its own.
/// </summary>
/// <remarks>Where the place is not to be had, let <see cref="OpenAsync"/> throw <c>SkipException.ForSkip("what to install")</c> of xunit.</remarks>
public abstract class ErasureTargetFixture : IAsyncLifetime
{
    /// <summary>Opens the target, once for every erasure. All that are open share one place.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    public abstract ValueTask<IErasureTarget> OpenAsync(CancellationToken cancellationToken);

    /// <summary>Puts one thing of a person there, as the application would: a document in an index, a file, a session.</summary>
    /// <param name="person">The person.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public abstract ValueTask AddAsync(SubjectId person, CancellationToken cancellationToken);

    /// <summary>Counts what is there of a person, by another way than the target.</summary>
    /// <param name="person">The person.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public abstract ValueTask<int> CountAsync(SubjectId person, CancellationToken cancellationToken);

    /// <summary>Makes the place unreachable, as a server that is down, or reachable again.</summary>
    /// <param name="isReachable">Which of the two.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public abstract ValueTask SwitchAsync(bool isReachable, CancellationToken cancellationToken);

    /// <inheritdoc/>
    public virtual ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <inheritdoc/>
    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
