using GdprKit.Ledger;
using GdprKit.Subjects;
using NodaTime;

namespace GdprKit.Backups;

/// <summary>What a replay works with.</summary>
/// <param name="Streams">The streams.</param>
/// <param name="Store">Where the ledger is kept.</param>
/// <param name="Log">Its order.</param>
/// <param name="Subjects">Who is who.</param>
/// <param name="Mirror">Its mirror; <see langword="null"/> when it has none.</param>
/// <param name="Sequencer">Compares both.</param>
/// <param name="Guard">Refuses what must not be done meanwhile.</param>
/// <param name="Folds">The kinds of streams that the application knows.</param>
/// <param name="Repairs">Who does again what was done, in their turn.</param>
/// <param name="Forget">Forgets what was remembered of a ledger that was another one.</param>
/// <param name="Clock">The clock.</param>
internal sealed record RestoreSurroundings(
    LedgerStreams Streams,
    ILedgerStore Store,
    ILedgerLog Log,
    ISubjectDirectory Subjects,
    ILedgerMirror? Mirror,
    LedgerSequencer Sequencer,
    LedgerGuard Guard,
    ValueList<StreamFold> Folds,
    ValueList<IRestoreRepair> Repairs,
    Action Forget,
    IClock Clock)
{
    public ILedgerMirror RequireMirror() => Mirror ?? throw LedgerException.NoMirror();

    /// <summary>Has done again what was done, or said what would be, each in its turn.</summary>
    public async ValueTask<List<RestoreFinding>> RepairAsync(RestoredEntries restored, Func<CancellationToken, ValueTask> renew, CancellationToken cancellationToken)
    {
        var findings = new List<RestoreFinding>();
        foreach (var repair in Repairs)
        {
            await renew(cancellationToken).ConfigureAwait(false);
            findings.AddRange(await repair.RepairAsync(restored, cancellationToken).ConfigureAwait(false));
        }

        return findings;
    }
}
