using GdprKit.Mapping;

namespace GdprKit;

/// <summary>
/// What is stored and not declared, and what is declared and stored nowhere (Art. 5(2), 25(2), 30). Complete when nothing is found;
/// nobody can find data that neither name nor type nor place betrays.
/// </summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
public sealed class CoverageReport
{
    private CoverageReport(ValueList<CoverageFinding> findings) => Findings = findings;

    /// <summary>What was found, ordered by place.</summary>
    public ValueList<CoverageFinding> Findings { get; }

    /// <summary>Whether nothing was found.</summary>
    public bool IsComplete => Findings.IsEmpty;

    /// <summary>Compares what the stores keep with what the register and the maps declare.</summary>
    /// <param name="map">The map, resolved against every store of the application.</param>
    public static CoverageReport Of(PersonalDataMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        var found = map.Stores.SelectMany(store => UndeclaredData.Find(map.Register, store))
            .Concat(UnplacedDeclarations.Find(map));
        return new CoverageReport(found
            .Distinct()
            .OrderBy(finding => finding.Place, StringComparer.Ordinal)
            .ThenBy(finding => finding.Id, StringComparer.Ordinal)
            .ToValueList());
    }

    /// <summary>One line per finding, or that there is none.</summary>
    public override string ToString() => IsComplete ? "Nothing is undeclared." : string.Join(Environment.NewLine, Findings);
}
