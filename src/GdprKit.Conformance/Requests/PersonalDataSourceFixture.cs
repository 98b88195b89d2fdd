using GdprKit.Requests;
using Xunit;

namespace GdprKit.Conformance;

/// <summary>
/// What the suites need to know of an adapter of <see cref="IPersonalDataSource"/>: how it is opened, and how something of a person comes there. Each suite has a fixture, and so a place, of its own.
/// </summary>
/// <remarks>Where the place is not to be had, let <see cref="OpenAsync"/> throw <c>SkipException.ForSkip("what to install")</c> of xunit.</remarks>
public abstract class PersonalDataSourceFixture : IAsyncLifetime
{
    /// <summary>The register whose categories the source names.</summary>
    public abstract ProcessingRegister Register { get; }

    /// <summary>Opens the source. All that are open ask one place.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    public abstract ValueTask<IPersonalDataSource> OpenAsync(CancellationToken cancellationToken);

    /// <summary>Puts something of a person there, as the application would.</summary>
    /// <param name="person">The person.</param>
    /// <param name="text">A text that is handed out as the value of a field; each is one of its own.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public abstract ValueTask AddAsync(SubjectId person, string text, CancellationToken cancellationToken);

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
