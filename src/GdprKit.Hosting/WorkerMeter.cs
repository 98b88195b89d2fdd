using System.Diagnostics.Metrics;

namespace GdprKit.Hosting;

/// <summary>How often which work was done. No measurement says anything about a person.</summary>
internal sealed class WorkerMeter(GdprKitMeter meter)
{
    private readonly Counter<long> _rounds = meter.Meter.CreateCounter<long>(GdprKitMetrics.Rounds, "{round}", "Rounds of work in the background, by work and outcome.");

    public void Round(string work, bool failed) =>
        _rounds.Add(1, new(GdprKitMetrics.Work, work), new KeyValuePair<string, object?>(GdprKitMetrics.Outcome, failed ? "failed" : "done"));
}
