using GdprKit.Ledger;

namespace GdprKit;

/// <summary>A run of a list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Run">The run.</param>
public sealed record ListedRun(EntryId Id, RetentionRun Run);
