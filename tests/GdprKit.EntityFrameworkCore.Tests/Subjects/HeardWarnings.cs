using Microsoft.Extensions.Logging;

namespace GdprKit.EntityFrameworkCore.Subjects;

/// <summary>Remembers of what a sender warns.</summary>
internal sealed class HeardWarnings : ILogger<NoticeSending>
{
    public List<string> Texts { get; } = [];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (logLevel is LogLevel.Warning)
        {
            Texts.Add(formatter(state, exception));
        }
    }
}
