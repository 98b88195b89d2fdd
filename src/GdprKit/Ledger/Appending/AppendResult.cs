namespace GdprKit.Ledger;

/// <summary>What came of an append.</summary>
public abstract record AppendResult
{
    private AppendResult()
    {
    }

    /// <summary>Everything was written, now or by the same batch before.</summary>
    public sealed record Appended : AppendResult;

    /// <summary>Nothing was written, because somebody else has added to a stream. Read the streams again, and decide again.</summary>
    /// <param name="Streams">Every stream that has another version than expected, in their order; one or more.</param>
    public sealed record Conflict(ValueList<StreamId> Streams) : AppendResult
    {
        /// <summary>The number of streams.</summary>
        public override string ToString() => $"conflict in {Streams.Count} streams";
    }

    /// <summary>Nothing was written, because the lease under which it was to be written belongs to somebody else by now. Stop the work.</summary>
    public sealed record LeaseLost : AppendResult;
}
