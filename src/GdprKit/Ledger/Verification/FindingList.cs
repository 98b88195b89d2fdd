namespace GdprKit.Ledger;

/// <summary>What was found, in bounded memory: a ledger of which everything is wrong has as many findings as entries.</summary>
internal sealed class FindingList
{
    private const int MostKept = 100;

    private readonly List<VerificationFinding> _kept = [];

    public long Count { get; private set; }

    /// <summary>The first ones, by position.</summary>
    public ValueList<VerificationFinding> First => _kept.OrderBy(finding => finding.Position ?? long.MaxValue).ToValueList();

    /// <summary>Whether something was found at a position from one on and before another.</summary>
    public bool HasWithin(long from, long end) => _kept.Exists(finding => finding.Position >= from && finding.Position < end);

    public void Add(VerificationFinding finding)
    {
        Count++;
        if (_kept.Count < MostKept)
        {
            _kept.Add(finding);
        }
    }
}
