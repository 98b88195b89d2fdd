using System.Diagnostics.Metrics;

namespace GdprKit.Hosting;

/// <summary>The meter of GdprKit: of the host's factory, which every host has that was made by a builder, or one of its own.</summary>
internal sealed class GdprKitMeter(IMeterFactory? factory = null) : IDisposable
{
    public Meter Meter { get; } = factory?.Create(GdprKitMetrics.MeterName) ?? new Meter(GdprKitMetrics.MeterName);

    public void Dispose() => Meter.Dispose();
}
