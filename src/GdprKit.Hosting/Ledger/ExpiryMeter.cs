using System.Diagnostics.Metrics;
using GdprKit.Ledger;

namespace GdprKit.Hosting;

/// <summary>How much of what GdprKit remembers itself went. No measurement says anything about a person.</summary>
internal sealed class ExpiryMeter(GdprKitMeter meter)
{
    private readonly Counter<long> _expired = meter.Meter.CreateCounter<long>(GdprKitMetrics.RecordsExpired, "{record}", "Records of what GdprKit remembers itself that went because their period had ended, by kind.");

    public void Expired(StreamKind kind, long count) => _expired.Add(count, new KeyValuePair<string, object?>(GdprKitMetrics.Kind, kind.ToString()));
}
