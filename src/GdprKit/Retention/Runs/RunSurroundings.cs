using GdprKit.Ledger;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace GdprKit.Retention;

/// <summary>What a run is done with.</summary>
/// <param name="Retention">Knows the plan and the stores.</param>
/// <param name="Folds">The kinds of streams, some of which keep rows from going.</param>
/// <param name="Options">How data go.</param>
/// <param name="Clock">The clock.</param>
/// <param name="Time">Waits.</param>
/// <param name="Logger">Is told of what an operator should know.</param>
/// <param name="Guard">Asked whether the database is an older copy that was restored; <see langword="null"/> for nobody.</param>
internal sealed record RunSurroundings(
    DataRetention Retention, ValueList<StreamFold> Folds, RetentionRunOptions Options, IClock Clock, TimeProvider Time, ILogger? Logger, LedgerGuard? Guard);
