using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace GdprKit.Notices;

/// <summary>Remembers everything that was logged, with what exceptions say.</summary>
internal sealed class RecordedLog<TCategory> : ILogger<TCategory>
{
    public ConcurrentQueue<string> Lines { get; } = new();

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Lines.Enqueue($"{logLevel} {formatter(state, exception)}{exception}");
}
