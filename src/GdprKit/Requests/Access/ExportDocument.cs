using GdprKit.Documents;
using GdprKit.Notices;
using NodaTime;

namespace GdprKit.Requests;

/// <summary>The part of an export that a person reads: what is held, what is not in it and why, and what Art. 15(1) and (2) asks to be told, in the words of the notice.</summary>
internal sealed class ExportDocument(ExportTexts texts, ExportScope scope, LocalDate on)
{
    // What is in no notice of anybody else, and what follows from it: from the register, in its own words.
    private static readonly ValueList<SectionId> Told =
    [
        NoticeSections.Controller, NoticeSections.Activities, NoticeSections.Recipients, NoticeSections.Transfers, NoticeSections.Retention,
        NoticeSections.Rights, NoticeSections.Objection, NoticeSections.Consent, NoticeSections.Complaint,
    ];

    private readonly List<DocumentSection> _sections = [];

    /// <summary>What Art. 15(1) and (2) asks to be told.</summary>
    public static Document InformationOf(ProcessingRegister register, Key<SubjectKind> kind, NoticeOptions options, Language language, string title)
    {
        var context = NoticeContext.Create(register, kind, options.WordingIn(language));
        return new Document(title, language, NoticeWriter.Write(context, options, Told));
    }

    public void AddTables(IReadOnlyList<ExportedTable> tables)
    {
        var found = tables.Where(table => table.Rows > 0).ToList();
        var empty = tables.Where(table => table.Rows == 0).Select(table => table.Title).Distinct().ToList();
        _sections.Add(new DocumentSection(SectionId.Parse("export-data"), texts.Data)
        {
            Blocks =
            [
                .. found.Count == 0 ? [Paragraph(texts.NoData)] : Array.Empty<DocumentBlock>(),
                .. empty.Count == 0 ? [] : new[] { Paragraph(texts.NothingIn(texts.Words.And(empty))) },
            ],
            Sections = found.Select((table, index) => Section(table, $"export-data-{index + 1}")).ToValueList(),
        });
    }

    public void AddFiles(IReadOnlyList<(string File, string Title, string Category)> files)
    {
        if (files.Count > 0)
        {
            _sections.Add(new DocumentSection(SectionId.Parse("export-files"), texts.Files)
            {
                Blocks =
                [
                    new DocumentBlock.Table(texts.Files, [texts.File, texts.Kind, texts.Category], files.Select(file => ValueList.Create<InlineText>([file.File, file.Title, file.Category])).ToValueList()),
                ],
            });
        }
    }

    public void AddWithheld(long count)
    {
        if (count > 0)
        {
            _sections.Add(new DocumentSection(SectionId.Parse("export-withheld"), texts.Withheld) { Blocks = [Paragraph(texts.WithheldTexts(count))] });
        }
    }

    public void AddElsewhere(ValueList<ManualStore> stores, ProcessingRegister register)
    {
        if (!stores.IsEmpty)
        {
            _sections.Add(new DocumentSection(SectionId.Parse("export-elsewhere"), texts.Elsewhere)
            {
                Blocks =
                [
                    Paragraph(texts.AboutElsewhere),
                    new DocumentBlock.DefinitionList(stores.Select(store => new Definition(
                        texts.Words.AsHeading(texts.Words.Text(store.Name)),
                        [texts.Words.AsSentence(texts.Words.And(store.Categories.Select(category => texts.Words.Text(register.Categories[category].Label))))])).ToValueList()),
                ],
            });
        }
    }

    public void AddUntil(RetentionDates dates, Func<string, string, string> titleOf, ProcessingRegister register)
    {
        if (!dates.IsEmpty)
        {
            _sections.Add(new DocumentSection(SectionId.Parse("export-until"), texts.Until)
            {
                Blocks =
                [
                    Paragraph(texts.AboutUntil),
                    new DocumentBlock.Table(
                        texts.UntilCaption,
                        [texts.Kind, texts.Category, texts.FirstGoes, texts.LastGoes],
                        dates.All.Select(each => ValueList.Create<InlineText>(
                            [titleOf(each.Store, each.Entity), texts.Words.AsHeading(texts.Words.Text(register.Categories[each.Category].Label)), Day(each.First), Day(each.Last)])).ToValueList()),
                ],
            });
        }
    }

    public void AddHistory(ExportedTable history)
    {
        if (history.Rows > 0)
        {
            _sections.Add(new DocumentSection(SectionId.Parse("export-history"), texts.History)
            {
                Blocks =
                [
                    new DocumentBlock.Table(texts.HistoryCaption, history.Headers, history.First),
                    .. history.Rows > ExportedTable.MostRows ? [Paragraph(texts.FirstEvents(ExportedTable.MostRows, history.Rows))] : Array.Empty<DocumentBlock>(),
                ],
            });
        }
    }

    public Document With(Document? information) => new(texts.Title(scope), texts.Words.Language, [.. _sections, .. information?.Sections ?? []])
    {
        Introduction = [Paragraph(texts.Introduction(scope, on)), Paragraph(texts.Forms)],
        ContentsHeading = texts.Contents,
    };

    private static DocumentBlock.Paragraph Paragraph(string text) => new(text);

    private InlineText Day(LocalDate? day) => day is { } known ? texts.Words.Date(known) : texts.NotKnown;

    private DocumentSection Section(ExportedTable table, string id) => new(SectionId.Parse(id), table.Title)
    {
        Blocks =
        [
            new DocumentBlock.Table(table.Title, table.Headers, table.First),
            .. table.Rows > ExportedTable.MostRows ? [Paragraph(texts.FirstRows(ExportedTable.MostRows, table.Rows, table.File))] : Array.Empty<DocumentBlock>(),
        ],
    };
}
