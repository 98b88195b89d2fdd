using GdprKit.Ledger;
using GdprKit.Samples.Crm.Data;
using GdprKit.Samples.Crm.Gdpr;
using GdprKit.Samples.Scenarios.Catalogue;
using GdprKit.Samples.Scenarios.Running;
using Microsoft.EntityFrameworkCore;

namespace GdprKit.Samples.Scenarios.Steps;

/// <summary>Whether the log still is what was recorded, and what somebody does to it beside the program.</summary>
internal sealed class LedgerSteps(Shop shop, CrmDbContext db, LedgerSequencer sequencer, VerificationRun verification, LedgerMirrorFolder copy)
{
    [Step(en: "the log is copied outside of the database", nl: "het logboek is buiten de database gekopieerd | het logboek buiten de database wordt gekopieerd")]
    public async Task IsCopiedAsync(CancellationToken cancellationToken)
    {
        copy.Prepare();
        var result = await sequencer.PumpAsync(cancellationToken);
        Expect.That(result.Mirror.State == MirrorState.Level, $"it stands so: {result}");
    }

    [Step(en: "somebody changes line {number} of the log in the database by hand", nl: "iemand verandert met de hand regel {number} van het logboek in de database | iemand met de hand regel {number} van het logboek in de database verandert")]
    public async Task ChangeAsync(int number, CancellationToken cancellationToken)
    {
        var changed = await db.Database.ExecuteSqlAsync(
            $"UPDATE gdpr_entry SET recorded_at = recorded_at + 1 WHERE entry_id = (SELECT entry_id FROM gdpr_order WHERE position = {number})", cancellationToken);
        Expect.That(changed == 1, "the log has no such line");
    }

    [Step(en: "somebody removes line {number} of the log from the database by hand", nl: "iemand haalt met de hand regel {number} van het logboek uit de database | iemand met de hand regel {number} van het logboek uit de database haalt")]
    public async Task RemoveAsync(int number, CancellationToken cancellationToken)
    {
        var removed = await db.Database.ExecuteSqlAsync($"DELETE FROM gdpr_entry WHERE entry_id = (SELECT entry_id FROM gdpr_order WHERE position = {number})", cancellationToken);
        Expect.That(removed == 1, "the log has no such line");
    }

    [Step(en: "the copy of the log gets lost", nl: "de kopie van het logboek raakt zoek | de kopie van het logboek zoekraakt")]
    public void Lose()
    {
        Directory.Delete(copy.FolderPath, recursive: true);

        // Who never saw the copy has to notice it as well.
        shop.Restart();
    }

    [Step(en: "the manager verifies the log", nl: "de leidinggevende controleert het logboek | de leidinggevende het logboek controleert")]
    public async Task VerifyAsync(CancellationToken cancellationToken) => await verification.RunAsync(cancellationToken);

    [Step(en: "the verification says {text}", nl: "de controle zegt {text} | zegt de controle {text}")]
    public void Says(string text)
    {
        var report = verification.Last ?? throw new ExpectationException("nobody verified the log in this scenario");
        var words = VerificationWording.In(Spoken.Now);
        var said = report.Findings.SelectMany(finding => new[] { words.Tell(finding), words.Remedy(finding.Fault) })
            .Prepend(words.Summary(report))
            .Append(words.Sentence(report.Mirror.State))
            .Append(words.Remedy(report.Mirror.State))
            .Where(sentence => sentence.Length > 0).Distinct().ToList();
        Expect.That(said.Contains(text), $"it says: {string.Join(' ', said)}");
    }
}
