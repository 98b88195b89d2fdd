using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;

namespace GdprKit.Hosting;

/// <summary>Looks every hour who must be told within a month because the data come from somebody else (Art. 14(3)(a)), and warns when nobody tells them.</summary>
internal sealed partial class NoticeDutyWork(NoticeWatch watch, IOptions<WorkerOptions> options, IClock clock, ILogger<NoticeDutyWork>? logger = null) : IWork
{
    // A day decides, and nothing shorter; it reads all rows that come from somebody else.
    private readonly Regularly _hourly = new(Duration.FromHours(1));

    private ObtainedReport? _warned;

    public string Name => "notice.duty";

    public WakeUpCall WakeUp { get; } = new();

    public async Task<WorkRound> DoAsync(IServiceScopeFactory scopes, CancellationToken cancellationToken)
    {
        if (!options.Value.TellContacts)
        {
            return WorkRound.Nothing;
        }

        var now = clock.GetCurrentInstant();
        if (_hourly.NotYet(now) is { } early)
        {
            return early;
        }

        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            var report = await scope.ServiceProvider.GetRequiredService<ObtainedPeople>().ReportAsync(cancellationToken).ConfigureAwait(false);
            watch.Obtained = report;
            Warn(report);
        }

        return _hourly.Done(now);
    }

    // Once a day, and when it becomes another number.
    private void Warn(ObtainedReport report)
    {
        if (logger is not null && report != _warned && (report.Overdue > 0 || (report is { Untold: > 0, IsTelling: false })))
        {
            Untold(logger, WorkerMessages.ObtainedUntold, report.Overdue, report.Untold, report.NextDueOn);
        }

        _warned = report;
    }

    [LoggerMessage(6402, LogLevel.Warning, "{Id}: of {Untold} people whose data come from somebody else and who were not told of the notice, {Overdue} should have been by now; the next must be on {NextDueOn}.")]
    private static partial void Untold(ILogger logger, string id, long overdue, long untold, LocalDate? nextDueOn);
}
