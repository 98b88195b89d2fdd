using GdprKit.Ledger;
using GdprKit.Retention;
using NodaTime;

namespace GdprKit.Backups;

/// <summary>
/// Says by the same forecast that people are told whether a backup may still hold what was erased. Uncertain means that it may: where a backup is there that should be gone, where nobody told for long which there are, where a newer program recorded
/// something of a set, and where backups are kept longer of a set that the register no longer declares.
/// </summary>
internal sealed class BackupOutlook(ProcessingRegister register, LedgerStreams streams, BackupSets sets, IClock clock) : IBackupOutlook
{
    public async ValueTask<Func<LocalDate, bool>> LookAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var today = now.InZone(register.Controller.TimeZone).Date;
        await foreach (var head in streams.ReadHeadsAsync(HeadFilter.Of(BackupSet.Fold.Kind), cancellationToken).ConfigureAwait(false))
        {
            var recorded = (await streams.LoadAsync<BackupSet>(head.Stream, head, cancellationToken).ConfigureAwait(false)).State;
            if (recorded is null || (!IsDeclared(head.Stream) && recorded.Delays.Any(delay => delay.StoodAt(now) && delay.GoneBy >= today)))
            {
                return static _ => true;
            }
        }

        var known = await sets.LoadAsync(cancellationToken).ConfigureAwait(false);
        return erasedOn => sets.ForecastOf(known, erasedOn, null) is { GoneBy: { } gone } forecast && (gone >= today || !forecast.IsCertain);
    }

    private bool IsDeclared(StreamId stream) => Key<BackupSchedule>.TryParse(stream.Key.ToString(), out var key) && register.Backups.Contains(key);
}
