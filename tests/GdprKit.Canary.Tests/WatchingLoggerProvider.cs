using Microsoft.Extensions.Logging;

namespace GdprKit.Canary;

/// <summary>Hears every message of every logger, with what it was made of and the scopes it stands in.</summary>
internal sealed class WatchingLoggerProvider(Watch watch) : ILoggerProvider, ISupportExternalScope
{
    private IExternalScopeProvider _scopes = new LoggerExternalScopeProvider();

    public ILogger CreateLogger(string categoryName) => new Logger(this, watch, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public void Dispose()
    {
    }

    private static string Values(object? state) => state is IEnumerable<KeyValuePair<string, object?>> values
        ? string.Join("; ", values.Select(value => $"{value.Key}={(value.Value is System.Collections.IEnumerable many and not string ? string.Join(',', many.Cast<object?>()) : value.Value)}"))
        : state?.ToString() ?? "";

    private sealed class Logger(WatchingLoggerProvider provider, Watch watch, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => provider._scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var where = $"log {category} {eventId}";
            watch.Write(where, formatter(state, exception));
            watch.Write(where, Values(state));
            provider._scopes.ForEachScope(
                static (scope, heard) =>
                {
                    heard.watch.Write(heard.where, scope);
                    heard.watch.Write(heard.where, Values(scope));
                },
                (watch, where));
            if (exception is not null)
            {
                watch.Write(where, exception);
            }
        }
    }
}
