namespace GdprKit;

/// <summary>What came of an import.</summary>
/// <param name="Imported">How many consents were taken over.</param>
/// <param name="Skipped">How many were not, for each reason that occurred, in their order.</param>
public sealed record ConsentImport(long Imported, ValueList<SkippedConsents> Skipped)
{
    /// <summary>How many the list had.</summary>
    public long Total => Imported + Skipped.Sum(skipped => skipped.Count);
}
