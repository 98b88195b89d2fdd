using GdprKit.Ledger;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace GdprKit.Hosting;

/// <summary>Looks every hour which requests are to be answered: reminds of those that are due within a week, and escalates those that are overdue. It answers none.</summary>
internal sealed partial class RequestReviewWork(RequestWatch watch, IClock clock, ILogger<RequestReviewWork>? logger = null) : IWork
{
    // A day decides, and nothing shorter; it reads the head of every request that is open.
    private readonly Regularly _hourly = new(Duration.FromHours(1));

    private RightsRequestReport? _told;

    public string Name => "request.review";

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

            var report = await scope.ServiceProvider.GetRequiredService<RightsRequests>().ReportAsync(cancellationToken).ConfigureAwait(false);
            watch.Report = report;
            Tell(report);
        }

        return _hourly.Done(now);
    }

    // When it becomes another number, and of what is overdue every day again.
    private void Tell(RightsRequestReport report)
    {
        if (logger is not null && report.Overdue > 0 && (report.Overdue != _told?.Overdue || report.Today != _told.Today))
        {
            Overdue(logger, WorkerMessages.RequestsOverdue, report.Overdue, report.Open);
        }

        if (logger is not null && report.DueSoon > 0 && report.DueSoon != _told?.DueSoon)
        {
            DueSoon(logger, WorkerMessages.RequestsDueSoon, report.DueSoon, report.Open);
        }

        _told = report;
    }

    [LoggerMessage(6409, LogLevel.Warning, "{Id}: {DueSoon} of {Open} open requests are to be answered within a week. Look which with RightsRequests.ListOpenAsync.")]
    private static partial void DueSoon(ILogger logger, string id, long dueSoon, long open);

    [LoggerMessage(6410, LogLevel.Error, "{Id}: {Overdue} of {Open} open requests should have been answered by now. Answer each that RightsRequests.ListOverdueAsync has.")]
    private static partial void Overdue(ILogger logger, string id, long overdue, long open);
}
