using GdprKit.Ledger;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GdprKit.Hosting;

/// <summary>
/// Looks every minute, and when somebody tells something of them, whether backups are there that should be gone by their rotation, or are missing, and warns. It reads a head for each set, and makes and removes none.
/// </summary>
internal sealed partial class BackupReviewWork(BackupWatch watch, IOptions<WorkerOptions> options, ILogger<BackupReviewWork>? logger = null) : IWork, IAppendListener
{
    private IReadOnlyList<string> _warned = [];

    public string Name => "backup.review";

    public WakeUpCall WakeUp { get; } = new();

    public void OnAppended(AppendBatch batch)
    {
        if (batch.Streams.Any(append => append.Stream.Kind == BackupSet.Fold.Kind))
        {
            WakeUp.Call();
        }
    }

    public async Task<WorkRound> DoAsync(IServiceScopeFactory scopes, CancellationToken cancellationToken)
    {
        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            if (scope.ServiceProvider.GetService<ILedgerStore>() is null)
            {
                return WorkRound.Nothing;
            }

            var sets = await scope.ServiceProvider.GetRequiredService<BackupSets>().ListAsync(cancellationToken).ConfigureAwait(false);
            watch.Sets = sets;
            Warn(BackupFaults.Of(sets, options.Value.BackupsAreReported));
        }

        return WorkRound.Nothing;
    }

    // Of each that comes.
    private void Warn(IReadOnlyList<string> faults)
    {
        foreach (var fault in faults.Except(_warned))
        {
            if (logger is not null)
            {
                Unfit(logger, WorkerMessages.BackupsUnfit, fault);
            }
        }

        _warned = faults;
    }

    [LoggerMessage(6411, LogLevel.Warning, "{Id}: {Fault}")]
    private static partial void Unfit(ILogger logger, string id, string fault);
}
