using System.Diagnostics.Metrics;

namespace GdprKit.Hosting;

/// <summary>How many requests were open when a worker looked last, for metrics and the health check.</summary>
/// <remarks>Safe for use by several threads.</remarks>
internal sealed class RequestWatch
{
    private RightsRequestReport? _report;

    public RequestWatch(GdprKitMeter meter)
    {
        ArgumentNullException.ThrowIfNull(meter);
        meter.Meter.CreateObservableGauge(GdprKitMetrics.Requests, Measure, "{request}", "Requests of people that are open.");
    }

    /// <summary>What was counted last; <see langword="null"/> before the first time.</summary>
    public RightsRequestReport? Report { get => Volatile.Read(ref _report); set => Volatile.Write(ref _report, value); }

    private Measurement<long>[] Measure() => Report is not { } report ? [] :
    [
        Of(report.Overdue, "overdue"),
        Of(report.DueSoon, "due-soon"),
        Of(report.Waiting, "waiting"),
        Of(report.Open - report.Overdue - report.DueSoon - report.Waiting, "open"),
    ];

    private static Measurement<long> Of(long count, string status) => new(count, new KeyValuePair<string, object?>(GdprKitMetrics.Status, status));
}
