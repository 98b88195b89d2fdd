using GdprKit.Ledger;

namespace GdprKit.Conformance;

/// <summary>A step in the life of a ledger.</summary>
/// <param name="Asked">In words.</param>
/// <param name="Ask">As a question to a ledger, whose answer is in words as well.</param>
internal sealed record HistoryStep(string Asked, Func<ILedgerStore, CancellationToken, Task<string>> Ask);
