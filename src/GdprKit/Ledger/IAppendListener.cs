namespace GdprKit.Ledger;

/// <summary>
/// Told within the process of what <see cref="LedgerStreams"/> adds, as for who remembers what streams have come to. Whoever writes to a store
/// without it tells nobody.
/// </summary>
/// <remarks>Safe for use by several threads.</remarks>
public interface IAppendListener
{
    /// <summary>
    /// A batch was written, or may have been, when its answer was lost. Where the host has a transaction, it is not committed yet, and may never
    /// be. Must be quick, and must not throw.
    /// </summary>
    /// <param name="batch">The batch.</param>
    void OnAppended(AppendBatch batch);
}
