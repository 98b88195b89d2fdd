using GdprKit.Documents;

namespace GdprKit.Retention;

/// <summary>Shows which indexes the database misses to count fast, each with the statement that makes it.</summary>
internal static class PreviewIndexes
{
    public static SectionId Id { get; } = SectionId.Parse("indexes");

    /// <summary>The section, or none when there is nothing to say.</summary>
    public static IEnumerable<DocumentSection> Section(IndexAdvice advice, PreviewTexts texts) => advice.IsEmpty ? [] :
    [
        new DocumentSection(Id, texts.Indexes)
        {
            Blocks =
            [
                .. advice.Missing.IsEmpty ? [] : new DocumentBlock[]
                {
                    new DocumentBlock.Paragraph(texts.IndexesIntroduction),
                    new DocumentBlock.Table(texts.IndexesCaption, [texts.Table, texts.Columns, texts.Why, texts.Statement], advice.Missing.Select(index => Row(index, texts)).ToValueList()),
                },
                .. advice.Unknown.Select(store => new DocumentBlock.Paragraph([.. texts.IndexesUnknown(store), new Inline.Code(RetentionMessages.IndexesUnknown), "."])),
            ],
        },
    ];

    private static ValueList<InlineText> Row(MissingIndex index, PreviewTexts texts) =>
    [
        new Inline.Code(index.Table),
        InlineText.Join(", ", index.Columns.Select(column => (InlineText)new Inline.Code(column))),
        OverviewBlocks.Lines(texts.Purpose(index.Purpose), index.IsDeclared ? texts.IndexIsDeclared : default(InlineText)),
        new Inline.Code(index.Statement),
    ];
}
