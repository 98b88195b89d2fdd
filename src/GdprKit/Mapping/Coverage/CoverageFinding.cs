using GdprKit.Mapping;

namespace GdprKit;

/// <summary>Something that the register and the maps leave open. Told in English, as every message; <see cref="CoverageReport.ToDocument"/> tells it in Dutch too.</summary>
public sealed record CoverageFinding
{
    internal CoverageFinding(CoverageGap kind, string id, string place, CoverageCause cause, string reason, string? code, string remedy) =>
        (Kind, Id, Place, Cause, Reason, Code, Remedy) = (kind, id, place, cause, reason, code, remedy);

    /// <summary>What kind of gap it is.</summary>
    public CoverageGap Kind { get; }

    /// <summary>The id, for example <c>GDPR4034</c>; all ids stand in MESSAGES.md.</summary>
    public string Id { get; }

    /// <summary>Where: the class, with the property where there is one, or the key of a declaration.</summary>
    public string Place { get; }

    /// <summary>Why it is suspected, in a sentence that names the place.</summary>
    public string Reason { get; }

    /// <summary>What to write, ready to paste; <see langword="null"/> when no single line says it.</summary>
    public string? Code { get; }

    /// <summary>What to do, in a sentence.</summary>
    public string Remedy { get; }

    /// <summary>What it rests on, in no language.</summary>
    internal CoverageCause Cause { get; }

    /// <summary>One line: <c>GDPR4034: reason remedy</c>.</summary>
    public override string ToString() => $"{Id}: {Reason} {Remedy}";
}
