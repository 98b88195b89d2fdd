namespace GdprKit.Ledger;

/// <summary>What became of positions that were to be written.</summary>
public abstract record OrderResult
{
    private OrderResult()
    {
    }

    /// <summary>They are written.</summary>
    public sealed record Committed : OrderResult;

    /// <summary>The tip was another one, or an entry was no longer without a position; nothing was written.</summary>
    public sealed record TipMoved : OrderResult;

    /// <summary>The lease is somebody else's by now; nothing was written.</summary>
    public sealed record LeaseLost : OrderResult;
}
