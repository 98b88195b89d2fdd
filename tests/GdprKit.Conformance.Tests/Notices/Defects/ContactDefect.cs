using GdprKit.Notices;

namespace GdprKit.Conformance.Notices;

/// <summary>What a source of contacts gets wrong.</summary>
internal sealed record ContactDefect
{
    /// <summary>Which rows the source sees.</summary>
    public Func<IEnumerable<Correspondent>, IEnumerable<Correspondent>> Rows { get; init; } = rows => rows;

    /// <summary>Spoils a source.</summary>
    public Func<IContactSource, IContactSource> Source { get; init; } = source => source;
}
