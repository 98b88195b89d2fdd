using GdprKit.Ledger;
using GdprKit.Samples.Crm.Backups;
using GdprKit.Samples.Crm.Data;
using GdprKit.Samples.Crm.Gdpr;
using GdprKit.Samples.Scenarios.Running;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace GdprKit.Samples.Scenarios.Steps;

/// <summary>Backups of the shop are made and restored, and what happened since is done again.</summary>
internal sealed class BackupSteps(Shop shop, CrmDatabase database, BackupFolder folder, LedgerMirrorFolder copy, LedgerSequencer sequencer, BackupSets sets, DatabaseRestores restores)
{
    private static readonly Operator Manager = Operator.Parse("employee-2");

    [Step(en: "the shop makes a backup", nl: "de winkel maakt een back-up | de winkel een back-up maakt")]
    public async Task BackUpAsync(CancellationToken cancellationToken)
    {
        copy.Prepare();
        await sequencer.PumpAsync(cancellationToken);
        await folder.MakeAsync(shop.Now.ToInstant(), cancellationToken);
    }

    [Step(en: "the last backup is restored", nl: "de laatste back-up wordt teruggezet | de laatste back-up teruggezet wordt")]
    public async Task RestoreAsync(CancellationToken cancellationToken)
    {
        await sequencer.PumpAsync(cancellationToken);
        SqliteConnection.ClearAllPools();
        File.Delete($"{database.FilePath}-wal");
        File.Delete($"{database.FilePath}-shm");
        File.Copy(folder.Backups[0].Path, database.FilePath, overwrite: true);
        shop.Restart();
    }

    [Step(en: "the shop notices that an older backup was restored", nl: "merkt de winkel dat er een oudere back-up is teruggezet | de winkel merkt dat er een oudere back-up is teruggezet")]
    public async Task IsNoticedAsync(CancellationToken cancellationToken)
    {
        var (standing, _) = await restores.LookAsync(cancellationToken);
        Expect.That(standing.State is MirrorState.Behind, $"it stands so: {standing}");
    }

    [Step(en: "the manager repeats what happened since", nl: "de leidinggevende herhaalt wat er sindsdien gebeurd is | de leidinggevende wat er sindsdien gebeurd is herhaalt")]
    public Task ReplayAsync(CancellationToken cancellationToken) => ReplayAsync(0, cancellationToken);

    [Step(
        en: "the manager repeats what happened since, and has {number} thing(s) to look at",
        nl: "de leidinggevende herhaalt wat er sindsdien gebeurd is, en {number} ding(en) moet nakijken | de leidinggevende wat er sindsdien gebeurd is herhaalt, en {number} ding(en) moet nakijken")]
    public async Task ReplayAsync(int number, CancellationToken cancellationToken)
    {
        var report = await restores.ReplayAsync(Manager, cancellationToken: cancellationToken);
        Expect.That(
            report.IsFinished && report.NeedingAttention.Sum(finding => finding.Count) == number,
            $"it is not done so: {string.Join(", ", report.Findings.Select(finding => $"{finding.Kind} {finding.Count}"))}");
    }

    [Step(en: "everything is repeated", nl: "is alles herhaald | alles is herhaald")]
    public async Task IsRepeatedAsync(CancellationToken cancellationToken)
    {
        var (standing, open) = await restores.LookAsync(cancellationToken);
        Expect.That(standing.State is MirrorState.Level && open is null, $"it stands so: {standing}");
    }

    [Step(en: "what is erased today is gone from the backups by {day}", nl: "is wat vandaag gewist wordt uiterlijk {day} uit de back-ups | wat vandaag gewist wordt is uiterlijk {day} uit de back-ups")]
    public async Task IsGoneByAsync(LocalDate day, CancellationToken cancellationToken)
    {
        var forecast = await sets.ForecastAsync(shop.Now.Date, cancellationToken: cancellationToken);
        Expect.That(forecast.GoneBy == day, $"it is gone by {forecast.GoneBy}");
    }

    [Step(en: "the rotation fails, and backups are kept until {day}", nl: "mislukt het opruimen van back-ups, en ze blijven tot {day} | het opruimen van back-ups mislukt, en ze blijven tot {day}")]
    public async Task DelayAsync(LocalDate day, CancellationToken cancellationToken) =>
        await sets.DelayAsync((await sets.ListAsync(cancellationToken))[0].Schedule.Key, shop.Now.Date, day, Manager, "the disk was full", cancellationToken: cancellationToken);
}
