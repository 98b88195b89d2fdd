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
        return new Document(texts.Title, source.Words.Language, fields.IsEmpty ? [] :
        [
            new DocumentSection(SectionId.Parse("numbers"), texts.Numbers)
            {
                Blocks =
                [
                    new DocumentBlock.Table(
                        texts.Caption,
                        [texts.Rows, texts.Data, texts.Now, texts.Then, texts.Added, texts.Gone],
                        fields.Select(each => Row(each, source)).ToValueList()),
                ],
            },
        ])
        {
            Introduction = [new DocumentBlock.Callout(Answer(fields, source, texts)), new DocumentBlock.Paragraph(texts.Introduction(comparison.Today))],
            Closing = [new DocumentBlock.Paragraph(texts.Origin(comparison.Current, comparison.Proposed))],
        };
    }

    private static ValueList<DocumentBlock> Answer(ValueList<FieldComparison> fields, ReportSource source, ComparisonTexts texts)
    {
        var (added, left) = (Points(fields, each => each.NewlyDue, source), Points(fields, each => each.NoLongerDue, source));
        return
        [
            .. added.IsEmpty
                ? [new DocumentBlock.Paragraph(fields.IsEmpty ? texts.NoDifference : texts.NoMore)]
                : new DocumentBlock[]
                {
                    new DocumentBlock.Paragraph(new Inline.Strong(texts.More)),
                    new DocumentBlock.BulletList(added),
                    new DocumentBlock.Paragraph(texts.LookFirst),
                },
            .. left.IsEmpty ? [] : new DocumentBlock[] { new DocumentBlock.Paragraph(texts.Fewer), new DocumentBlock.BulletList(left) },
        ];
    }

    private static ValueList<InlineText> Points(ValueList<FieldComparison> fields, Func<FieldComparison, long> rows, ReportSource source) => fields
        .Where(each => rows(each) > 0)
        .Select(each => (InlineText)$"{source.Names.Count(source.Entity(each.Store, each.Entity), rows(each))}: {source.Names.Categories(Categories(each, source))}")
        .ToValueList();

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
