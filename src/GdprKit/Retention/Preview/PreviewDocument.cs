using GdprKit.Documents;
using GdprKit.Mapping;

namespace GdprKit.Retention;

/// <summary>Writes a preview as a text for people: first the answer.</summary>
internal static class PreviewDocument
{
    public static Document Write(RetentionPreview preview, RetentionForecast? forecast, ReportSource source)
    {
        source.MustBeOf(preview.Register);
        source.MustBeOf(forecast?.Register ?? preview.Register);
        var texts = new PreviewTexts(source.Words);
        var entities = preview.Entities.Select(entity => new PreviewEntity(entity, source, texts)).ToList();
        return new Document(texts.Title, source.Words.Language, entities.Count == 0 ? [CoverageDocument.ToAdd(new CoverageTexts(source.Words))] :
        [
            Overview(entities, texts),
            .. PreviewUnknown.Section(entities, source, texts),
            new PreviewCharts(entities, forecast, source, texts).Section(),
            .. entities.Select((entity, index) => entity.Section(SectionId.Parse($"rows-{index + 1}"))),
            .. PreviewIndexes.Section(preview.Indexes, texts),
        ])
        {
            Introduction = [new DocumentBlock.Callout(entities.Count == 0 ? [new DocumentBlock.Paragraph(texts.NoMap)] : PreviewAnswer.Of(preview, entities, source, texts))],
            ContentsHeading = entities.Count == 0 ? null : texts.Contents,
            Closing = [new DocumentBlock.Paragraph(texts.Origin(preview, source.Plan.Register.Controller.TimeZone))],
        };
    }

    private static DocumentSection Overview(IEnumerable<PreviewEntity> entities, PreviewTexts texts) => new(SectionId.Parse("overview"), texts.Overview)
    {
        Blocks = [new DocumentBlock.Table(texts.OverviewCaption, [texts.Rows, texts.Total, texts.Going, texts.Staying], entities.Select(entity => entity.InShort()).ToValueList())],
    };
}
