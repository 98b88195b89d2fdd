using GdprKit;
using GdprKit.Hosting;
using GdprKit.Ledger;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds work in the background to GdprKit.</summary>
public static class GdprKitHostingBuilderExtensions
{
    /// <summary>
    /// Does the work of GdprKit in the background of the host, from when it has started: tells people of every version of the notice whose campaign
    /// runs, links who has no link yet, puts the ledger in order and brings it to its mirror, verifies it once a day, lets go what was approved and, once a night, what GdprKit remembers itself and whose period has ended, erases what was ordered, goes on with replays that
    /// were not finished, removes exports whose time is over, looks every hour which requests are to be answered and which legal holds are to be reviewed, and watches whether backups are made and
    /// removed as they are declared. Several instances share the work; one is at it at a time. Calling it again adds nothing.
    /// </summary>
    /// <param name="gdpr">The configuration of GdprKit.</param>
    /// <param name="configure">Changes how the workers work.</param>
    /// <remarks>A host that lacks what the workers need does not start: GDPR4702. Lengths that make no sense are GDPR4701.</remarks>
    public static GdprKitBuilder AddWorkers(this GdprKitBuilder gdpr, Action<WorkerOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(gdpr);
        var services = gdpr.Services;
        services.AddOptionsWithValidateOnStart<WorkerOptions, WorkerOptionsCheck>();
        if (configure is not null)
        {
            services.Configure(configure);
        }

#pragma warning disable RS0030 // A host that has a time of its own registers it before or after.
        services.TryAddSingleton(TimeProvider.System);
#pragma warning restore RS0030
        services.TryAddSingleton<GdprKitMeter>();
        services.TryAddSingleton<WorkerStates>();
        services.TryAddSingleton<WorkerMeter>();
        services.TryAddSingleton<NoticeWatch>();
        services.TryAddSingleton<NoticeSendingWork>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IAppendListener, NoticeSendingWork>(provider => provider.GetRequiredService<NoticeSendingWork>()));
        services.TryAddSingleton<LedgerWatch>();
        services.TryAddSingleton<LedgerOrderingWork>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IAppendListener, LedgerOrderingWork>(provider => provider.GetRequiredService<LedgerOrderingWork>()));
        services.TryAddSingleton<SoundForgetting>();
        services.TryAddSingleton<LedgerVerifyingWork>();
        services.TryAddSingleton<ExpiryMeter>();
        services.TryAddSingleton<LedgerExpiryWork>();
        services.TryAddSingleton<SubjectLinkingWork>();
        services.TryAddSingleton<HoldWatch>();
        services.TryAddSingleton<HoldReviewWork>();
        services.TryAddSingleton<RequestWatch>();
        services.TryAddSingleton<RequestReviewWork>();
        services.TryAddSingleton<BackupWatch>();
        services.TryAddSingleton<BackupReviewWork>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IAppendListener, BackupReviewWork>(provider => provider.GetRequiredService<BackupReviewWork>()));
        services.TryAddSingleton<RestoreResumingWork>();
        services.TryAddSingleton<ExportRemovalWork>();
        services.TryAddSingleton<ErasureWork>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IAppendListener, ErasureWork>(provider => provider.GetRequiredService<ErasureWork>()));
        services.TryAddSingleton<RetentionRunWork>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IAppendListener, RetentionRunWork>(provider => provider.GetRequiredService<RetentionRunWork>()));
        services.TryAddSingleton<NoticeCountingWork>();
        services.TryAddSingleton<NoticeDutyWork>();
        services.AddWorker<NoticeSendingWork>();
        services.AddWorker<NoticeCountingWork>();
        services.AddWorker<NoticeDutyWork>();
        services.AddWorker<SubjectLinkingWork>();
        services.AddWorker<LedgerOrderingWork>();
        services.AddWorker<LedgerVerifyingWork>();
        services.AddWorker<LedgerExpiryWork>();
        services.AddWorker<HoldReviewWork>();
        services.AddWorker<RequestReviewWork>();
        services.AddWorker<BackupReviewWork>();
        services.AddWorker<RestoreResumingWork>();
        services.AddWorker<ExportRemovalWork>();
        services.AddWorker<ErasureWork>();
        services.AddWorker<RetentionRunWork>();
        return gdpr;
    }

    /// <summary>
    /// Tells whether the workers get on: unhealthy when a work keeps failing, or no mail about the notice could go, for longer than <see cref="WorkerOptions.PatientFor"/>, or
    /// when people whose data come from somebody else were not told within a month (Art. 14(3)(a)); degraded when they still can be and no campaign runs.
    /// </summary>
    /// <param name="checks">The health checks of the host.</param>
    /// <param name="name">The name of the check.</param>
    /// <param name="failureStatus">What it reports then; <see langword="null"/>, the default, for unhealthy.</param>
    /// <param name="tags">Tags, to filter by.</param>
    /// <remarks>It asks no database, and its words hold nothing about a person. It needs <see cref="AddWorkers"/>.</remarks>
    public static IHealthChecksBuilder AddGdprKitWorkers(
        this IHealthChecksBuilder checks, string name = "gdprkit-workers", Diagnostics.HealthChecks.HealthStatus? failureStatus = null, IEnumerable<string>? tags = null)
    {
        ArgumentNullException.ThrowIfNull(checks);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return checks.Add(new(name, static provider => ActivatorUtilities.CreateInstance<WorkerHealth>(provider), failureStatus, tags));
    }

    /// <summary>
    /// Tells whether the ledger is as it should be: unhealthy, with what to do, when the database does not fit its mirror, as after an older copy of it was restored, while a replay is not finished, or when the last
    /// verification found something; degraded while the mirror cannot be reached or is full, for as long as <see cref="WorkerOptions.PatientFor"/>.
    /// </summary>
    /// <param name="checks">The health checks of the host.</param>
    /// <param name="name">The name of the check.</param>
    /// <param name="failureStatus">What it reports then; <see langword="null"/>, the default, for unhealthy.</param>
    /// <param name="tags">Tags, to filter by.</param>
    /// <remarks>It asks no database, and its words hold nothing about a person. It needs <see cref="AddWorkers"/>.</remarks>
    public static IHealthChecksBuilder AddGdprKitLedger(
        this IHealthChecksBuilder checks, string name = "gdprkit-ledger", Diagnostics.HealthChecks.HealthStatus? failureStatus = null, IEnumerable<string>? tags = null)
    {
        ArgumentNullException.ThrowIfNull(checks);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return checks.Add(new(name, static provider => ActivatorUtilities.CreateInstance<LedgerHealth>(provider), failureStatus, tags));
    }

    /// <summary>
    /// Tells whether legal holds are reviewed in time: degraded, with how many and what to do, when the review date of one has passed. Such a hold stands on, so that nothing
    /// goes by mistake, and data may be kept for longer than is right (Art. 5(1)(e)).
    /// </summary>
    /// <param name="checks">The health checks of the host.</param>
    /// <param name="name">The name of the check.</param>
    /// <param name="failureStatus">What it reports then; <see langword="null"/>, the default, for degraded.</param>
    /// <param name="tags">Tags, to filter by.</param>
    /// <remarks>It asks no database, is as of the last full hour or so, and its words hold nothing about a person. It needs <see cref="AddWorkers"/>.</remarks>
    public static IHealthChecksBuilder AddGdprKitHolds(
        this IHealthChecksBuilder checks, string name = "gdprkit-holds", Diagnostics.HealthChecks.HealthStatus? failureStatus = null, IEnumerable<string>? tags = null)
    {
        ArgumentNullException.ThrowIfNull(checks);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return checks.Add(new(
            name, static provider => ActivatorUtilities.CreateInstance<HoldHealth>(provider), failureStatus ?? Diagnostics.HealthChecks.HealthStatus.Degraded, tags));
    }

    /// <summary>
    /// Tells whether people are answered in time: unhealthy, with how many and what to do, when a request should have been answered; degraded when one is to be answered within a week. One
    /// that waits for the person, while its period stands still, is neither.
    /// </summary>
    /// <param name="checks">The health checks of the host.</param>
    /// <param name="name">The name of the check.</param>
    /// <param name="failureStatus">What it reports when one is overdue; <see langword="null"/>, the default, for unhealthy.</param>
    /// <param name="tags">Tags, to filter by.</param>
    /// <remarks>It asks no database, is as of the last full hour or so, and its words hold nothing about a person. It needs <see cref="AddWorkers"/>.</remarks>
    public static IHealthChecksBuilder AddGdprKitRequests(
        this IHealthChecksBuilder checks, string name = "gdprkit-requests", Diagnostics.HealthChecks.HealthStatus? failureStatus = null, IEnumerable<string>? tags = null)
    {
        ArgumentNullException.ThrowIfNull(checks);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return checks.Add(new(name, static provider => ActivatorUtilities.CreateInstance<RequestHealth>(provider), failureStatus, tags));
    }

    /// <summary>
    /// Tells whether backups are made and removed as they are declared: degraded, with the set, since when and what to do, when one is there that should be gone by its rotation and of which nobody recorded that it is
    /// kept longer, or when none was made for more than two intervals. Of a set of which nobody ever told which backups there are (<see cref="BackupSets.ReportAsync"/>) it says nothing, unless
    /// <see cref="WorkerOptions.BackupsAreReported"/> says that somebody should.
    /// </summary>
    /// <param name="checks">The health checks of the host.</param>
    /// <param name="name">The name of the check.</param>
    /// <param name="failureStatus">What it reports then; <see langword="null"/>, the default, for degraded.</param>
    /// <param name="tags">Tags, to filter by.</param>
    /// <remarks>It asks no database, is as of the last look (<see cref="WorkerOptions.LookEvery"/>), and its words hold nothing about a person. It needs <see cref="AddWorkers"/>.</remarks>
    public static IHealthChecksBuilder AddGdprKitBackups(
        this IHealthChecksBuilder checks, string name = "gdprkit-backups", Diagnostics.HealthChecks.HealthStatus? failureStatus = null, IEnumerable<string>? tags = null)
    {
        ArgumentNullException.ThrowIfNull(checks);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return checks.Add(new(
            name, static provider => ActivatorUtilities.CreateInstance<BackupHealth>(provider), failureStatus ?? Diagnostics.HealthChecks.HealthStatus.Degraded, tags));
    }

    private static void AddWorker<TWork>(this IServiceCollection services)
        where TWork : class, IWork =>
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, Worker<TWork>>());
}
