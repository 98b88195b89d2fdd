using GdprKit.Subjects;
using Xunit;

namespace GdprKit.Conformance;

/// <summary>
/// What the suites need to know of an adapter of <see cref="ISubjectSource"/>: how it is opened, and how the application adds and removes its
/// people. Each suite has a fixture, and so an application, of its own, without people at first.
/// </summary>
/// <remarks>
/// The application keeps <see cref="Person"/> and <see cref="Account"/>, without what they refer to, under the maps of
/// <see cref="ConformancePeople"/>. Where the adapter knows a way by which applications hide rows, it hides those with
/// <see cref="Person.IsHidden"/>; they are people like all others. Where the medium is not installed, let <see cref="OpenAsync"/> throw
/// <c>SkipException.ForSkip("what to install")</c> of xunit.
/// </remarks>
public abstract class SubjectSourceFixture : IAsyncLifetime
{
    /// <summary>Opens the source, once for every request to the application and from any thread. All that are open see the same people.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    public abstract ValueTask<SubjectSourceSession> OpenAsync(CancellationToken cancellationToken);

    /// <summary>Adds rows, as the application would: it links nobody. Called any number of times, also between two ranges.</summary>
    /// <param name="rows">New objects of <see cref="Person"/> and <see cref="Account"/>.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public abstract ValueTask AddAsync(IReadOnlyCollection<object> rows, CancellationToken cancellationToken);

    /// <summary>Removes rows, as the application would: their links stay.</summary>
    /// <param name="rows">Objects with the keys of rows that were added.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public abstract ValueTask RemoveAsync(IReadOnlyCollection<object> rows, CancellationToken cancellationToken);

    /// <inheritdoc/>
    public virtual ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <inheritdoc/>
    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
