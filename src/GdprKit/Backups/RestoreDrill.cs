using GdprKit.Backups;
using GdprKit.Ledger;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace GdprKit;

/// <summary>
/// Tries on a copy whether a backup can be restored and everything that happened since be done again: who finds out on the day of the disaster finds out too late (Art. 32(1)(c) and (d)).
/// </summary>
/// <remarks>
/// The copy is a database that nobody uses, made of the newest backup; the services are those of the application over that copy, with a <see cref="RehearsalMirror"/> over its mirror, without workers, and without whatever reaches out of the
/// database, as an <c>IErasureTarget</c> or a mail transport.
/// </remarks>
public static class RestoreDrill
{
    /// <summary>Replays what the copy lacks, and verifies its ledger from end to end.</summary>
    /// <param name="copy">The services of the application over the copy.</param>
    /// <param name="author">Who has it tried.</param>
    /// <param name="progress">Told how far the entries have come back; <see langword="null"/> for nobody.</param>
    /// <param name="cancellationToken">Ends the work; the copy is of no use then.</param>
    /// <exception cref="InvalidOperationException">GDPR1808: the mirror is no <see cref="RehearsalMirror"/>, so the drill would write to the mirror of the application.</exception>
    /// <exception cref="LedgerException">The backup cannot be replayed, for the reason that the message tells: that is what the drill is for.</exception>
    public static async ValueTask<DrillReport> RunAsync(IServiceProvider copy, Operator author, IProgress<RestoringProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(copy);
        ArgumentNullException.ThrowIfNull(author);
        if (copy.GetService<ILedgerMirror>() is not RehearsalMirror)
        {
            throw RestoreRefusals.NoRehearsal();
        }

        var clock = copy.GetRequiredService<IClock>();
        var begun = clock.GetCurrentInstant();
        var scope = copy.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            var replayed = await scope.ServiceProvider.GetRequiredService<DatabaseRestores>().ReplayAsync(author, progress, cancellationToken).ConfigureAwait(false);
            var verified = await scope.ServiceProvider.GetRequiredService<LedgerVerification>().VerifyAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
            return new DrillReport(replayed, verified, clock.GetCurrentInstant() - begun);
        }
    }
}
