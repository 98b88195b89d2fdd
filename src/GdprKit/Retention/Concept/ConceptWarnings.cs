using GdprKit.Documents;

namespace GdprKit.Retention;

/// <summary>Says what must be resolved before a plan does what it is meant to do.</summary>
internal static class ConceptWarnings
{
    public static DocumentSection Section(ConceptSource source)
    {
        var (plan, texts) = (source.Plan, source.Texts);
        var open = plan.Entities.SelectMany(entity => Of(entity, source)).ToValueList();
        ValueList<DocumentBlock> warnings =
        [
            .. plan.Entities.IsEmpty ? [new DocumentBlock.Callout([new DocumentBlock.Paragraph(texts.NothingPlanned)])] : Array.Empty<DocumentBlock>(),
            .. open.IsEmpty ? Array.Empty<DocumentBlock>() : [new DocumentBlock.Callout([new DocumentBlock.BulletList(open)])],
            .. plan.Warnings.IsEmpty ? Array.Empty<DocumentBlock>() :
            [
                new DocumentBlock.Paragraph(texts.ForDevelopers),
                OverviewBlocks.Definitions(plan.Warnings.Select(warning => (warning.Id, (IEnumerable<InlineText>)[warning.Fault, warning.Remedy]))),
            ],
        ];
        return new DocumentSection(SectionId.Parse("warnings"), texts.Attention)
        {
            Blocks = warnings.IsEmpty ? [new DocumentBlock.Paragraph(texts.NothingToResolve)] : warnings,
        };
    }

    private static IEnumerable<InlineText> Of(PlannedEntity entity, ConceptSource source) =>
        from fields in entity.Groups
        let times = new EventTimes(entity.Entity, fields)
        from happened in fields.Events
        where times.Of(happened) is null
        from field in fields.Fields
        group field.ToString() by happened into undated
        orderby undated.Key
        select (InlineText)source.Texts.DateMissing(
            source.Names.Title(entity), source.Words.Text(source.Register.Events[undated.Key].Label), source.Words.And(undated.Order(StringComparer.Ordinal)));
}
