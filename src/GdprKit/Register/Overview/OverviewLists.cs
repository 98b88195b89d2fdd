using GdprKit.Documents;

namespace GdprKit;

/// <summary>Shows what activities refer to, each kind of declaration in a table that says where it is used.</summary>
internal sealed class OverviewLists(ProcessingRegister register, OverviewTexts texts, OverviewBlocks blocks)
{
    private readonly RegisterWording _words = texts.Words;

    public IEnumerable<DocumentSection> Sections() =>
    [
        Section("categories", texts.Categories, blocks.Table(
            texts.CategoriesCaption,
            [texts.Name, texts.Description, texts.Protection, texts.UsedIn],
            register.Categories.Select(Category))),
        Section("people", texts.People, blocks.Table(
            texts.PeopleCaption,
            [texts.Name, texts.Notice, texts.UsedIn],
            register.People.Select(People))),
        Section("events", texts.Events, blocks.Table(
            texts.EventsCaption,
            [texts.Name, texts.Description, texts.UsedIn],
            register.Events.Select(Event))),
        Section("recipients", texts.Recipients, register.Recipients.Count == 0
            ? new DocumentBlock.Paragraph(texts.Nothing)
            : OverviewBlocks.Definitions(register.Recipients.Select(recipient => (recipient.Name, Recipient(recipient))))),
        Section("backups", texts.Backups, blocks.Table(
            texts.BackupsCaption,
            [texts.Name, texts.Rotation, texts.GoneAfter],
            register.Backups.Select(Backup))),
        Section("choices", texts.Choices, blocks.Table(
            texts.ChoicesCaption,
            [texts.Prevails, texts.Yields, texts.Reason],
            register.ConflictChoices.Select(choice => (ValueList<InlineText>)[choice.Prevails.ToString(), choice.Yields.ToString(), blocks.Text(choice.Reason)]))),
        Section("own-records", texts.OwnRecords, OverviewBlocks.Definitions(
            (texts.Evidence, [texts.KeptAfterwards(_words.Period(register.OwnRecords.Evidence))]),
            (texts.Activities, [Users(activity => activity.IsOwnRecord)]))),
    ];

    private static DocumentSection Section(string id, string heading, DocumentBlock block) => new(SectionId.Parse(id), heading) { Blocks = [block] };

    private ValueList<InlineText> Category(DataCategory category) =>
    [
        Named(category.Label, category.Key),
        OverviewBlocks.Lines(blocks.Text(category.Description), OverviewBlocks.Term(category.Term)),
        OverviewBlocks.Lines(_words.Name(category.Sensitivity), blocks.Law(category.Law)),
        Users(activity => activity.Categories.Contains(category.Key)),
    ];

    private ValueList<InlineText> People(SubjectKind people) =>
    [
        Named(people.Label, people.Key),
        texts.NoticeOf(people),
        Users(activity => activity.People.Contains(people.Key)),
    ];

    private ValueList<InlineText> Event(RetentionEvent declared) =>
    [
        Named(declared.Label, declared.Key),
        blocks.Text(declared.Description),
        Users(activity => activity.Retention.Any(rule => EventsOf(rule.Term).Contains(declared.Key))),
    ];

    private IEnumerable<InlineText> Recipient(Recipient recipient) =>
    [
        recipient.Key.ToString(),
        $"{_words.Name(recipient.Role)}, {recipient.Country.NameIn(_words.Language)}",
        blocks.Text(recipient.Task),
        .. recipient.Transfers.Select(Transfer),
        Users(activity => activity.Recipients.Contains(recipient.Key)),
    ];

    private InlineText Transfer(Transfer transfer)
    {
        var destination = transfer.Country?.NameInSentence(_words.Language) ?? transfer.Organisation;
        var assessment = transfer.Assessment is { } reference ? $"; {texts.Assessment}: {reference}" : "";
        return $"{texts.TransferTo} {destination}: {_words.NameWithArticle(transfer.Safeguard)}{assessment}";
    }

    private ValueList<InlineText> Backup(BackupSchedule backup) =>
    [
        Named(backup.Name, backup.Key),
        _words.AsSentence(_words.Sentence(backup)),
        _words.Period(backup.GoneAfterAtMost),
    ];

    private InlineText Named<T>(LocalizedText label, Key<T> key)
        where T : class =>
        OverviewBlocks.Lines(blocks.Text(label), $"({key})");

    private InlineText Users(Func<ProcessingActivity, bool> uses) => blocks.Users(register.Activities.Where(uses));

    private static IEnumerable<Key<RetentionEvent>> EventsOf(RetentionTerm term) => term switch
    {
        RetentionTerm.After { Events: var events, Fallback: var fallback } => fallback is { } other ? [.. events, other] : events,
        RetentionTerm.LatestOf latest => latest.Terms.SelectMany(EventsOf),
        RetentionTerm.UntilAge until => [until.BirthDate],
        _ => [],
    };
}
