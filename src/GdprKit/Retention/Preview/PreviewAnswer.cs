using GdprKit.Documents;

namespace GdprKit.Retention;

/// <summary>The answer to what would go today, in a few sentences, before any table.</summary>
internal static class PreviewAnswer
{
    public static ValueList<DocumentBlock> Of(RetentionPreview preview, IReadOnlyCollection<PreviewEntity> entities, ReportSource source, PreviewTexts texts)
    {
        // People first, what belongs to them after them: the other way round than rows go.
        var fields = entities.Reverse().SelectMany(Fields).ToValueList();
        return
        [
            new DocumentBlock.Paragraph([new Inline.Strong(Rows(preview, [.. entities.Reverse().Where(entity => entity.Preview.RowsToGo > 0)], source, texts)), $" {texts.OnlyCounted}"]),
            .. fields.IsEmpty ? [] : new DocumentBlock[] { new DocumentBlock.Paragraph(texts.RowsStay), new DocumentBlock.BulletList(fields) },
            .. entities.Any(entity => entity.Preview.Groups.Any(group => !group.Unresolved.IsEmpty))
                ? [new DocumentBlock.Paragraph([texts.SomeUnknown, Inline.ToSection(texts.SeeUnknown, PreviewUnknown.Id)])]
                : Array.Empty<DocumentBlock>(),
        ];

        IEnumerable<InlineText> Fields(PreviewEntity entity) =>
        [
            .. entity.Emptied.Select(each => (InlineText)$"{source.Names.Count(entity.Planned, each.Rows)}: {source.Names.Categories(each.Group.Categories)}"),
            .. entity.Preview.Groups.Where(group => group.ToArchive > 0)
                .Select(group => (InlineText)texts.Archived(source.Names.Count(entity.Planned, group.ToArchive), source.Names.Categories(group.Categories))),
        ];
    }

    private static string Rows(RetentionPreview preview, IReadOnlyList<PreviewEntity> going, ReportSource source, PreviewTexts texts) => going switch
    {
        [] when preview.IsEmpty => texts.NothingHappens(preview.Today),
        [] => texts.NoRowGoes(preview.Today),
        _ => texts.Answer(
            preview.Today,
            source.Words.And(going.Select(entity => source.Names.Count(entity.Planned, entity.Preview.RowsToGo))),
            going is [{ Preview.RowsToGo: 1 }]),
    };
}
