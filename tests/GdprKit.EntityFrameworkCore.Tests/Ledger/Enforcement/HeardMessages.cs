using Microsoft.Extensions.Logging;

namespace GdprKit.EntityFrameworkCore.Ledger.Enforcement;

/// <summary>Keeps what was logged.</summary>
internal sealed class HeardMessages : ILoggerProvider, ILogger
{
    public List<string> All { get; } = [];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        All.Add($"{logLevel} {formatter(state, exception)}");

    public void Dispose()
    {
    }
}
