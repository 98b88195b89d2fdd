namespace GdprKit;

/// <summary>Something that the register and the maps leave open.</summary>
/// <param name="Kind">What kind of gap it is.</param>
/// <param name="Id">The id, for example <c>GDPR4034</c>; all ids stand in MESSAGES.md.</param>
/// <param name="Place">Where: the class, with the property where there is one, or the key of a declaration.</param>
/// <param name="Reason">Why it is suspected, in a sentence that names the place.</param>
/// <param name="Code">What to write, ready to paste; <see langword="null"/> when no single line says it.</param>
/// <param name="Remedy">What to do, in a sentence.</param>
public sealed record CoverageFinding(CoverageGap Kind, string Id, string Place, string Reason, string? Code, string Remedy)
{
    /// <summary>One line: <c>GDPR4034: reason remedy</c>.</summary>
    public override string ToString() => $"{Id}: {Reason} {Remedy}";
}
