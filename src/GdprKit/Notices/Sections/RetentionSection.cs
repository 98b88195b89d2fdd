using GdprKit.Documents;

namespace GdprKit.Notices;

/// <summary>What happens when a period ends, and how long backups still hold what was erased.</summary>
internal sealed class RetentionSection : NoticeSection
{
    public override SectionId Id => NoticeSections.Retention;

    public override ValueList<NoticeItem> Fulfils => [];

    public override DocumentSection Write(NoticeContext context) => new(Id, context.Wording.WhenAPeriodEnds)
    {
        Blocks =
        [
            new DocumentBlock.Paragraph(context.Wording.AboutPeriods),
            .. Endings(context),
        ],
        Sections = context.Register.Backups.Count == 0 ? [] : [Backups(context)],
    };

    private static IEnumerable<DocumentBlock> Endings(NoticeContext context)
    {
        var words = context.Wording.Register;
        var ending = context.Activities
            .SelectMany(activity => activity.Retention)
            .Where(rule => rule.Term is not RetentionTerm.Indefinitely)
            .ToList();
        var actions = Array.FindAll(Enum.GetValues<DisposalAction>(), action => ending.Exists(rule => rule.Then == action));
        return actions is [] or [DisposalAction.Delete]
            ? []
            : [new DocumentBlock.DefinitionList(actions.Select(action => new Definition(words.AsTerm(words.Name(action)), [words.Explanation(action)])).ToValueList())];
    }

    private static DocumentSection Backups(NoticeContext context)
    {
        var (wording, words) = (context.Wording, context.Wording.Register);
        return new DocumentSection(SectionId.Parse("backups"), wording.Backups)
        {
            Blocks =
            [
                new DocumentBlock.Paragraph($"{wording.AboutBackups} {words.AsSentence(words.GoneFromBackups(context.Register))} {wording.BackupsAreLeftAlone}"),
                new DocumentBlock.BulletList(context.Register.Backups.Select(backup => Line(backup, context)).ToValueList()),
            ],
        };
    }

    private static InlineText Line(BackupSchedule backup, NoticeContext context)
    {
        var words = context.Wording.Register;
        return words.AsSentence($"{context.Text(backup.Name)}: {words.Sentence(backup)}");
    }
}
