using System.Diagnostics.Metrics;

namespace GdprKit.Hosting;

/// <summary>How the declared sets of backups stood when a worker looked last, for metrics and the health check.</summary>
/// <remarks>Safe for use by several threads.</remarks>
internal sealed class BackupWatch
{
    private IReadOnlyList<BackupSetStanding>? _sets;

    public BackupWatch(GdprKitMeter meter)
    {
        ArgumentNullException.ThrowIfNull(meter);
        meter.Meter.CreateObservableGauge(GdprKitMetrics.BackupSets, Measure, "{set}", "Declared sets of backups.");
    }

    /// <summary>What was found last; <see langword="null"/> before the first time.</summary>
    public IReadOnlyList<BackupSetStanding>? Sets { get => Volatile.Read(ref _sets); set => Volatile.Write(ref _sets, value); }

    // Each set once: what is kept for too long counts before what is missing.
    private Measurement<long>[] Measure() => Sets is not { } sets ? [] :
    [
        Of(sets.Count(set => set.IsOverdue), "overdue"),
        Of(sets.Count(set => set is { IsOverdue: false, IsLate: true }), "late"),
        Of(sets.Count(set => set.Recorded.ReportedAt is null), "unreported"),
        Of(sets.Count(set => set is { NeedsAttention: false, Recorded.ReportedAt: not null }), "sound"),
    ];

    private static Measurement<long> Of(long count, string status) => new(count, new KeyValuePair<string, object?>(GdprKitMetrics.Status, status));
}
