namespace GdprKit.Ledger;

/// <summary>Additions to one stream or several, written together or not at all.</summary>
/// <remarks>
/// Complete when it reaches a store: versions, instants, hashes and heads are in it, so a store computes nothing and compares only
/// versions, ids and the fence. Immutable. Safe for use by several threads.
/// </remarks>
public sealed record AppendBatch
{
    private AppendBatch(ValueList<StreamAppend> streams, ValueList<LedgerContent> content, LeaseFence? under) =>
        (Streams, Content, Under) = (streams, content, under);

    /// <summary>
    /// What is added to each stream: from 1 to 10,000 streams, each once, in their order. Stores write them in this order, so that two
    /// batches over the same streams wait for each other instead of both for ever.
    /// </summary>
    public ValueList<StreamAppend> Streams { get; }

    /// <summary>Content to store, each once, ordered by digest.</summary>
    public ValueList<LedgerContent> Content { get; }

    /// <summary>The lease under which it is written; <see langword="null"/> for none.</summary>
    public LeaseFence? Under { get; }

    /// <summary>
    /// Whether anything is added to a stream that keeps data from going. A store whose database also holds the data of the application
    /// writes it only when no disposal is under way there, so that a disposal sees it or it sees what has gone.
    /// </summary>
    public bool IsShield => Streams.Any(append => append.IsShield);

    /// <summary>A batch of additions.</summary>
    /// <param name="streams">What is added to each stream, in any order.</param>
    /// <param name="content">Content to store, in any order; twice the same is once.</param>
    /// <param name="under">The lease under which it is written; <see langword="null"/> for none.</param>
    /// <exception cref="ArgumentException">
    /// GDPR1120: there are no streams or too many, one stands twice, entries do not follow each other, or a head is not that of the last entry.
    /// </exception>
    public static AppendBatch Of(IEnumerable<StreamAppend> streams, IEnumerable<LedgerContent>? content = null, LeaseFence? under = null)
    {
        var ordered = streams.OrderBy(append => append.Stream).ToValueList();
        BatchCoherence.Require(ordered);
        return new AppendBatch(ordered, (content ?? []).DistinctBy(each => each.Digest).OrderBy(each => each.Digest).ToValueList(), under);
    }

    /// <summary>The number of streams.</summary>
    public override string ToString() => $"batch of {Streams.Count} streams";
}
