using GdprKit.Documents;

namespace GdprKit.Retention;

/// <summary>Writes a comparison of two registers as a text for who decides: first what would be lost.</summary>
internal static class ComparisonDocument
{
    public static Document Write(RetentionComparison comparison, ReportSource source)
    {
        source.MustBeOf(comparison.Current);
        var texts = new ComparisonTexts(source.Words);
        var fields = comparison.Fields.OrderByDescending(each => each.NewlyDue).ThenByDescending(each => each.NoLongerDue).ToValueList();
        var rows = comparison.Rows.OrderByDescending(each => each.NewlyGoing).ThenByDescending(each => each.NoLongerGoing).ToValueList();
        return new Document(texts.Title, source.Words.Language, fields.IsEmpty && rows.IsEmpty ? [] :
        [
            new DocumentSection(SectionId.Parse("numbers"), texts.Numbers)
            {
                Blocks =
                [
                    new DocumentBlock.Table(
                        texts.Caption,
                        [texts.Rows, texts.Data, texts.Now, texts.Then, texts.Added, texts.Gone],
                        rows.Select(each => Row(each, source, texts)).Concat(fields.Select(each => Row(each, source))).ToValueList()),
                ],
            },
        ])
        {
            Introduction = [new DocumentBlock.Callout(Answer(rows, fields, source, texts)), new DocumentBlock.Paragraph(texts.Introduction(comparison.Today))],
            Closing = [new DocumentBlock.Paragraph(texts.Origin(comparison.Current, comparison.Proposed))],
        };
    }

    private static ValueList<DocumentBlock> Answer(ValueList<RowComparison> rows, ValueList<FieldComparison> fields, ReportSource source, ComparisonTexts texts)
    {
        ValueList<InlineText> added = [.. Points(rows, each => each.NewlyGoing, source, texts), .. Points(fields, each => each.NewlyDue, source)];
        ValueList<InlineText> left = [.. Points(rows, each => each.NoLongerGoing, source, texts), .. Points(fields, each => each.NoLongerDue, source)];
        return
        [
            .. added.IsEmpty
                ? [new DocumentBlock.Paragraph(fields.IsEmpty && rows.IsEmpty ? texts.NoDifference : texts.NoMore)]
                : new DocumentBlock[]
                {
                    new DocumentBlock.Paragraph(new Inline.Strong(texts.More)),
                    new DocumentBlock.BulletList(added),
                    new DocumentBlock.Paragraph(texts.LookFirst),
                },
            .. left.IsEmpty ? [] : new DocumentBlock[] { new DocumentBlock.Paragraph(texts.Fewer), new DocumentBlock.BulletList(left) },
        ];
    }

    private static IEnumerable<InlineText> Points(ValueList<RowComparison> rows, Func<RowComparison, long> number, ReportSource source, ComparisonTexts texts) => rows
        .Where(each => number(each) > 0)
        .Select(each => (InlineText)$"{source.Names.Count(source.Entity(each.Store, each.Entity), number(each))}: {texts.WholeRow}");

    private static ValueList<InlineText> Points(ValueList<FieldComparison> fields, Func<FieldComparison, long> rows, ReportSource source) => fields
        .Where(each => rows(each) > 0)
        .Select(each => (InlineText)$"{source.Names.Count(source.Entity(each.Store, each.Entity), rows(each))}: {source.Names.Categories(Categories(each, source))}")
        .ToValueList();

    private static ValueList<InlineText> Row(RowComparison rows, ReportSource source, ComparisonTexts texts) =>
    [
        source.Names.Title(source.Entity(rows.Store, rows.Entity)),
        texts.WholeRow,
        source.Number(rows.Going),
        source.Number(rows.GoingThen),
        source.Number(rows.NewlyGoing),
        source.Number(rows.NoLongerGoing),
    ];

    private static ValueList<InlineText> Row(FieldComparison fields, ReportSource source) =>
    [
        source.Names.Title(source.Entity(fields.Store, fields.Entity)),
        source.Data(Categories(fields, source), fields.Fields),
        source.Number(fields.Due),
        source.Number(fields.DueThen),
        source.Number(fields.NewlyDue),
        source.Number(fields.NoLongerDue),
    ];

    private static IEnumerable<Key<DataCategory>> Categories(FieldComparison fields, ReportSource source) => source.Entity(fields.Store, fields.Entity).Entity.Fields
        .Where(field => fields.Fields.Contains(field.Property.Path))
        .Select(field => field.Category)
        .Distinct()
        .Order();
}
