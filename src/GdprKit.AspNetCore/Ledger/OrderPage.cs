using System.Globalization;
using GdprKit.Documents;
using GdprKit.Ledger;

namespace GdprKit;

/// <summary>How the ledger, its order and its mirror stand, as a page.</summary>
internal sealed class OrderPage(Language language, ProcessingRegister register)
{
    private const int FindingsOnPage = 20;

    private readonly VerificationWording _words = VerificationWording.In(language);

    private readonly RegisterWording _dates = RegisterWording.In(language == Language.Dutch ? Language.Dutch : Language.English);

    public static Document NoLedger(Language language) => language == Language.Dutch
        ? new Document("Er is nog geen logboek", language, [])
        {
            Introduction = [new DocumentBlock.Paragraph(["Deze toepassing heeft nog geen plek voor een logboek. De software zegt waar dat staat met ", new Inline.Code("gdpr.UseEntityFrameworkCore<CrmDbContext>()"), "."])],
        }
        : new Document("There is no log yet", language, [])
        {
            Introduction = [new DocumentBlock.Paragraph(["This application has no place for a log yet. The software says where it is with ", new Inline.Code("gdpr.UseEntityFrameworkCore<CrmDbContext>()"), "."])],
        };

    public Document Show(MerkleTree tree, long pending, MirrorStanding standing, VerificationRun run) => Page(
        [
            new DocumentBlock.DefinitionList(
            [
                new(Say("Regels in volgorde", "Lines in order"), [Number(tree.Size)]),
                new(Say("Regels die op hun plaats wachten", "Lines that wait for their place"), [Number(pending)]),
                new(Say("Controlegetal over alle regels in volgorde", "Check value over all lines in order"), [new Inline.Code(LedgerFiles.Base64(tree.Root))]),
            ]),
            new DocumentBlock.Paragraph(
            [
                Say("Bewaar het controlepunt op een andere plek dan de database; dan kan niemand wat er nu staat ongemerkt herschrijven: ", "Keep the checkpoint elsewhere than the database; nobody can then rewrite unnoticed what stands there now: "),
                new Inline.Link(Say("controlepunt downloaden", "download the checkpoint"), new Uri("ledger/checkpoint", UriKind.Relative)),
                ".",
            ]),
        ],
        [Mirror(standing), Verified(run)]);

    public Document Show(LedgerException fault, VerificationRun run) => Page(
        [new DocumentBlock.Callout([new DocumentBlock.Paragraph(Say($"Hoe het logboek ervoor staat, is niet te lezen. {fault.Message}", $"How the log stands cannot be read. {fault.Message}"))])],
        [Verified(run)]);

    private Document Page(ValueList<DocumentBlock> introduction, ValueList<DocumentSection> sections) =>
        new(Say("Hoe staat het logboek ervoor?", "How does the log stand?"), language, sections) { Introduction = introduction };

    private DocumentSection Mirror(MirrorStanding standing)
    {
        var sentence = $"{_words.Sentence(standing.State)} {_words.Remedy(standing.State)}".TrimEnd();
        var numbers = new DocumentBlock.DefinitionList(
        [
            new(Say("Regels in de kopie", "Lines in the copy"), [standing.MirrorSize is { } size ? Number(size) : Say("onbekend", "unknown")]),
        ]);
        return new DocumentSection(SectionId.Parse("mirror"), Say("De kopie buiten de database", "The copy outside of the database"))
        {
            Blocks = standing.ToException() is { } fault
                ? [new DocumentBlock.Callout([new DocumentBlock.Paragraph(sentence), new DocumentBlock.Paragraph(new Inline.Code(fault.Message))]), numbers]
                : standing.State is MirrorState.NotKept ? [new DocumentBlock.Paragraph(sentence)] : [new DocumentBlock.Paragraph(sentence), numbers],
        };
    }

    private DocumentSection Verified(VerificationRun run)
    {
        var blocks = new List<DocumentBlock>();
        if (run.Stage is VerificationStage.Asked or VerificationStage.Running)
        {
            var progress = run.Progress;
            blocks.Add(new DocumentBlock.Paragraph(progress.Expected == 0
                ? Say("Het logboek wordt nu gecontroleerd.", "The log is being verified now.")
                : Say($"Het logboek wordt nu gecontroleerd: {Number(progress.Verified)} gedaan, er staan {Number(progress.Expected)} regels in volgorde.", $"The log is being verified now: {Number(progress.Verified)} done, {Number(progress.Expected)} lines are in order.")));
        }
        else if (run.Stage is VerificationStage.BrokenOff)
        {
            blocks.Add(new DocumentBlock.Callout([new DocumentBlock.Paragraph(Say("De laatste controle is afgebroken voor zij klaar was.", "The last verification broke off before its end."))]));
        }

        blocks.AddRange(run.Last is { } report
            ? Result(report)
            : [new DocumentBlock.Paragraph(Say("Sinds de toepassing draait, is het logboek nog niet helemaal gecontroleerd.", "Since the application started, the log was not verified as a whole yet."))]);
        return new DocumentSection(SectionId.Parse("verified"), Say("De laatste controle", "The last verification")) { Blocks = blocks.ToValueList() };
    }

    private IEnumerable<DocumentBlock> Result(VerificationReport report)
    {
        var at = report.At.InZone(register.Controller.TimeZone);
        var (day, time) = (_dates.Date(at.Date), at.ToString("HH:mm", CultureInfo.InvariantCulture));
        var summary = new DocumentBlock.Paragraph($"{_words.Summary(report)} {Say($"Dat was op {day} om {time}.", $"That was on {day} at {time}.")}");
        if (report.IsSound)
        {
            return [summary];
        }

        var shown = report.Findings.Take(FindingsOnPage).ToList();
        IEnumerable<DocumentBlock> findings =
        [
            new DocumentBlock.Callout([summary]),
            new DocumentBlock.BulletList(shown.Select(finding => (InlineText)$"{_words.Tell(finding)} {_words.Remedy(finding.Fault)}").ToValueList()),
        ];
        return report.Faults == shown.Count
            ? findings
            : [.. findings, new DocumentBlock.Paragraph(Say($"Dit zijn de eerste {shown.Count}.", $"These are the first {shown.Count}."))];
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private string Say(string nl, string en) => language == Language.Dutch ? nl : en;
}
