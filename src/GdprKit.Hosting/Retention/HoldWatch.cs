using System.Diagnostics.Metrics;

namespace GdprKit.Hosting;

/// <summary>How many legal holds stood when a worker looked last, for metrics and the health check.</summary>
/// <remarks>Safe for use by several threads.</remarks>
internal sealed class HoldWatch
{
    private HoldReport? _report;

    public HoldWatch(GdprKitMeter meter)
    {
        ArgumentNullException.ThrowIfNull(meter);
        meter.Meter.CreateObservableGauge(GdprKitMetrics.Holds, Measure, "{hold}", "Legal holds that stand.");
    }

    /// <summary>What was counted last; <see langword="null"/> before the first time.</summary>
    public HoldReport? Report { get => Volatile.Read(ref _report); set => Volatile.Write(ref _report, value); }

    private Measurement<long>[] Measure() => Report is not { } report ? [] :
    [
        new Measurement<long>(report.Overdue, new KeyValuePair<string, object?>(GdprKitMetrics.Status, "overdue")),
        new Measurement<long>(report.Standing - report.Overdue, new KeyValuePair<string, object?>(GdprKitMetrics.Status, "standing")),
    ];
}
