namespace GdprKit.Ledger;

/// <summary>Adds up what comes of a replay, one after the other, and keeps no more ids than are told.</summary>
internal sealed class RestoreTally
{
    private readonly SortedDictionary<RestoreFindingKind, Sum> _sums = [];

    /// <summary>Adds a finding.</summary>
    public void Add(RestoreFindingKind kind, EntryId id)
    {
        if (!_sums.TryGetValue(kind, out var sum))
        {
            _sums.Add(kind, sum = new Sum());
        }

        sum.Count++;
        if (sum.Ids.Count < RestoreFinding.MostIds)
        {
            sum.Ids.Add(id);
        }
    }

    /// <summary>The findings, by kind.</summary>
    public ValueList<RestoreFinding> ToValueList() => _sums.Select(sum => new RestoreFinding(sum.Key, sum.Value.Count, sum.Value.Ids.ToValueList())).ToValueList();

    private sealed class Sum
    {
        public long Count { get; set; }

        public List<EntryId> Ids { get; } = [];
    }
}
