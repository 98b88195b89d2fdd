using GdprKit.Documents;
using GdprKit.Mapping;

namespace GdprKit;

/// <summary>
/// What is stored and not declared, and what is declared and stored nowhere (Art. 5(2), 25(2), 30). Complete when nothing is found;
/// nobody can find data that neither name nor type nor place betrays.
/// </summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
public sealed class CoverageReport
{
    private CoverageReport(PersonalDataMap map, ValueList<CoverageFinding> findings) => (Map, Findings) = (map, findings);

    /// <summary>What was found, ordered by place.</summary>
    public ValueList<CoverageFinding> Findings { get; }

    /// <summary>The map that was judged.</summary>
    internal PersonalDataMap Map { get; }

    /// <summary>Whether nothing was found.</summary>
    public bool IsComplete => Findings.IsEmpty;

    /// <summary>Compares what the stores keep with what the register and the maps declare.</summary>
    /// <param name="map">The map, resolved against every store of the application.</param>
    public static CoverageReport Of(PersonalDataMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        var found = map.Stores.SelectMany(store => UndeclaredData.Find(map.Register, store))
            .Concat(UnplacedDeclarations.Find(map));
        return new CoverageReport(map, found
            .Distinct()
            .OrderBy(finding => finding.Place, StringComparer.Ordinal)
            .ThenBy(finding => finding.Id, StringComparer.Ordinal)
            .ToValueList());
    }

    /// <summary>
    /// The report for the people who keep the data and for those who make the software: what is open with what to do about it, what a
    /// person must do by hand, and what is declared already. Without a store it says what to add first.
    /// </summary>
    /// <param name="language">
    /// Dutch or English. Where the register does not use the language, its own texts stand in the first that it does use; code and the
    /// reasons that maps give stay as they were written.
    /// </param>
    /// <exception cref="NotSupportedException">GDPR1020: the language is another one.</exception>
    public Document ToDocument(Language language) => CoverageDocument.Write(this, language);

    /// <summary>One line per finding, or that there is none.</summary>
    public override string ToString() => IsComplete ? "Nothing is undeclared." : string.Join(Environment.NewLine, Findings);
}
