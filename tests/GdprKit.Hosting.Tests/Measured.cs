using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;

namespace GdprKit.Hosting;

/// <summary>What a meter measured, a line for each instrument and its tags.</summary>
internal sealed class Measured : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<string, double> _sums = [];

    public Measured(Meter meter)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter == meter)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.Start();
    }

    public IReadOnlyList<string> Lines
    {
        get
        {
            _listener.RecordObservableInstruments();
            return [.. _sums.Select(sum => sum.Key.Replace("#", sum.Value.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal))];
        }
    }

    public void Dispose() => _listener.Dispose();

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var name = $"{instrument.Name} {string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))}: # {(instrument.Unit is ['{', ..] ? instrument.Unit : $"{{{instrument.Unit}}}")}";
        _sums.AddOrUpdate(name, value, (_, sum) => instrument.IsObservable ? value : sum + value);
    }
}
