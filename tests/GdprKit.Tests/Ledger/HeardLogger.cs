using Microsoft.Extensions.Logging;

namespace GdprKit.Ledger;

/// <summary>Remembers the warnings that it was given.</summary>
public sealed class HeardLogger<TCategory> : ILogger<TCategory>
{
    private readonly List<string> _warnings = [];

    public IReadOnlyList<string> Warnings => _warnings;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (logLevel is LogLevel.Warning)
        {
            _warnings.Add(formatter(state, exception));
        }
    }
}
