using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace GdprKit.Canary;

/// <summary>Hears every metric and every activity of the process, with their tags.</summary>
internal sealed class WatchedTelemetry : IDisposable
{
    private readonly MeterListener _meters = new();
    private readonly ActivityListener _activities;

    public WatchedTelemetry(Watch watch)
    {
        _meters.InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument);
        Hear<byte>(watch);
        Hear<short>(watch);
        Hear<int>(watch);
        Hear<long>(watch);
        Hear<float>(watch);
        Hear<double>(watch);
        Hear<decimal>(watch);
        _meters.Start();
        _activities = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => Hear(watch, activity),
        };
        ActivitySource.AddActivityListener(_activities);
    }

    public void Dispose()
    {
        _meters.RecordObservableInstruments();
        _meters.Dispose();
        _activities.Dispose();
    }

    private static void Hear(Watch watch, Activity activity)
    {
        var where = $"activity {activity.Source.Name} {activity.OperationName}";
        watch.Write(where, $"{activity.DisplayName} {activity.StatusDescription}");
        foreach (var (name, value) in activity.TagObjects.Concat(activity.Events.SelectMany(each => each.Tags)).Concat(activity.Baggage.Select(each => KeyValuePair.Create<string, object?>(each.Key, each.Value))))
        {
            watch.Write(where, $"{name}={value}");
        }
    }

    private void Hear<T>(Watch watch)
        where T : struct => _meters.SetMeasurementEventCallback<T>((instrument, _, tags, _) =>
        {
            foreach (var (name, value) in tags)
            {
                watch.Write($"metric {instrument.Meter.Name} {instrument.Name}", $"{name}={value}");
            }
        });
}
