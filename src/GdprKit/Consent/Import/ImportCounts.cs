namespace GdprKit.Consent;

/// <summary>Counts what comes of an import; what was taken over has no obstacle.</summary>
internal sealed class ImportCounts
{
    private readonly long[] _counts = new long[Enum.GetValues<ImportObstacle>().Length];

    public void Add(ImportObstacle obstacle) => _counts[(int)obstacle]++;

    public ConsentImport ToResult() => new(
        _counts[(int)ImportObstacle.Unspecified],
        Enum.GetValues<ImportObstacle>()
            .Where(obstacle => obstacle is not ImportObstacle.Unspecified && _counts[(int)obstacle] > 0)
            .Select(obstacle => new SkippedConsents(obstacle, _counts[(int)obstacle]))
            .ToValueList());
}
