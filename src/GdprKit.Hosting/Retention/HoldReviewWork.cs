using GdprKit.Ledger;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace GdprKit.Hosting;

/// <summary>Looks every hour which legal holds should have been reviewed, and warns when there are any. It lifts none.</summary>
internal sealed partial class HoldReviewWork(HoldWatch watch, IClock clock, ILogger<HoldReviewWork>? logger = null) : IWork
{
    // A day decides, and nothing shorter; it reads the head of every hold that stands.
    private readonly Regularly _hourly = new(Duration.FromHours(1));

    private long _warned;

    public string Name => "hold.review";

    public WakeUpCall WakeUp { get; } = new();

    public async Task<WorkRound> DoAsync(IServiceScopeFactory scopes, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        if (_hourly.NotYet(now) is { } early)
        {
            return early;
        }

        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            if (scope.ServiceProvider.GetService<ILedgerStore>() is null)
            {
                return WorkRound.Nothing;
            }

            var report = await scope.ServiceProvider.GetRequiredService<LegalHolds>().ReportAsync(cancellationToken).ConfigureAwait(false);
            watch.Report = report;
            Warn(report);
        }

        return _hourly.Done(now);
    }

    // When it becomes another number.
    private void Warn(HoldReport report)
    {
        if (logger is not null && report.Overdue > 0 && report.Overdue != _warned)
        {
            Overdue(logger, WorkerMessages.HoldsOverdue, report.Overdue, report.Standing);
        }

        _warned = report.Overdue;
    }

    [LoggerMessage(6407, LogLevel.Warning, "{Id}: the review date of {Overdue} of {Standing} legal holds has passed, and they stand on. Prolong each with a reason, or lift it.")]
    private static partial void Overdue(ILogger logger, string id, long overdue, long standing);
}
