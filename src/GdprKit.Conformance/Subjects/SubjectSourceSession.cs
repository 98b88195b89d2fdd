using GdprKit.Subjects;

namespace GdprKit.Conformance;

/// <summary>One use of a source of people, as one request to the application has, with the directory of links beside it.</summary>
/// <param name="source">The source.</param>
/// <param name="subjects">The directory, over the same database.</param>
/// <param name="unitOfWork">What is disposed of with the session; <see langword="null"/> for nothing.</param>
public sealed class SubjectSourceSession(ISubjectSource source, ISubjectDirectory subjects, IAsyncDisposable? unitOfWork = null) : IAsyncDisposable
{
    /// <summary>The source.</summary>
    public ISubjectSource Source { get; } = source;

    /// <summary>The directory of links.</summary>
    public ISubjectDirectory Subjects { get; } = subjects;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => unitOfWork?.DisposeAsync() ?? ValueTask.CompletedTask;
}
