using GdprKit.Subjects;

namespace GdprKit.Conformance.Subjects;

/// <summary>What a source gets wrong.</summary>
internal sealed record SourceDefect
{
    /// <summary>Which rows the source sees.</summary>
    public Func<IEnumerable<object>, IEnumerable<object>> Rows { get; init; } = rows => rows;

    /// <summary>Spoils the directory that the source links in; called for every session.</summary>
    public Func<ISubjectDirectory, ISubjectDirectory> Subjects { get; init; } = subjects => subjects;

    /// <summary>Spoils a source; called for every session.</summary>
    public Func<ListedSource, ISubjectSource> Source { get; init; } = source => source;
}
