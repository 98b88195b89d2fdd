using Microsoft.Extensions.Logging;

namespace GdprKit;

/// <summary>Remembers what a host tells operators.</summary>
internal sealed class LogOfHost : ILoggerProvider, ILogger
{
    public List<(int Id, string Message)> Entries { get; } = [];

    public ILogger CreateLogger(string categoryName) => this;

    public void Dispose()
    {
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (Entries)
        {
            Entries.Add((eventId.Id, formatter(state, exception)));
        }
    }
}
