using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace GdprKit;

/// <summary>
/// Asks a ledger that may not answer, for who can do without: for no longer than a moment, and where it did not answer only a while later again. Operators are
/// told once each time it falls silent. Safe for use by several threads.
/// </summary>
/// <param name="askedAgainAfter">How long it is left alone.</param>
internal sealed partial class SilentLedger(Duration askedAgainAfter)
{
    // In ticks, so that it is read whole; zero while it answers.
    private long _silentUntil;

    /// <summary>What it answers.</summary>
    /// <returns>The answer; <see langword="null"/> when it gives none.</returns>
    public async ValueTask<T?> AskAsync<T>(IServiceProvider services, Instant now, Func<CancellationToken, ValueTask<T>> ask, CancellationToken cancellationToken)
        where T : class
    {
        var until = Interlocked.Read(ref _silentUntil);
        if (until != 0 && now < Instant.FromUnixTimeTicks(until) && now >= Instant.FromUnixTimeTicks(until) - askedAgainAfter)
        {
            return null;
        }

        using var patience = new CancellationTokenSource(KnownNotices.Patience);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
#pragma warning disable CA1031 // A ledger throws the errors of its database, bare or wrapped; what is not one of them goes on.
        try
        {
            var answer = await ask(ending.Token).ConfigureAwait(false);
            Interlocked.Exchange(ref _silentUntil, 0);
            return answer;
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested && (fault is OperationCanceledException || KeptLedger.IsFault(fault)))
        {
            if (Interlocked.Exchange(ref _silentUntil, (now + askedAgainAfter).ToUnixTimeTicks()) == 0 && services.GetService<ILogger<NoticeVersions>>() is { } logger)
            {
                ShownAsKnown(logger, fault, WebMessages.NoticeAsKnown);
            }

            return null;
        }
#pragma warning restore CA1031
    }

    [LoggerMessage(4508, LogLevel.Error, "{Id}: the ledger in which the privacy notice was published does not answer. Visitors read the version that was known last until it does. See why, and whether the database runs; this is said once.")]
    private static partial void ShownAsKnown(ILogger logger, Exception exception, string id);
}
