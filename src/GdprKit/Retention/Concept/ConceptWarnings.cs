using GdprKit.Documents;

namespace GdprKit.Retention;

/// <summary>Says what must be resolved before a plan does what it is meant to do.</summary>
internal static class ConceptWarnings
{
    public static DocumentSection Section(ConceptSource source)
    {
        var (plan, texts) = (source.Plan, source.Texts);
        var open = plan.Entities.SelectMany(entity => Undated(entity, source).Concat(WaitingForUnmapped(entity, source))).ToValueList();
        ValueList<DocumentBlock> warnings =
        [
            .. plan.Entities.IsEmpty ? [new DocumentBlock.Callout([new DocumentBlock.Paragraph(texts.NothingPlanned)])] : Array.Empty<DocumentBlock>(),
            .. open.IsEmpty ? Array.Empty<DocumentBlock>() : [new DocumentBlock.Callout([new DocumentBlock.BulletList(open)])],
        ];
        return new DocumentSection(SectionId.Parse("warnings"), texts.Attention)
        {
            Blocks = warnings.IsEmpty ? [new DocumentBlock.Paragraph(texts.NothingToResolve)] : warnings,
        };
    }

    /// <summary>The same for who can change the software, or none when there is nothing to change.</summary>
    public static IEnumerable<DocumentSection> ForDevelopers(ConceptSource source) => source.Plan.Warnings.IsEmpty ? [] :
    [
        new DocumentSection(SectionId.Parse("developers"), source.Texts.ForDevelopers)
        {
            Blocks =
            [
                new DocumentBlock.Paragraph(source.Texts.MessagesAreEnglish),
                OverviewBlocks.Definitions(source.Plan.Warnings.Select(warning => (warning.Id, (IEnumerable<InlineText>)[warning.Fault, warning.Remedy]))),
            ],
        },
    ];

    private static IEnumerable<InlineText> Undated(PlannedEntity entity, ConceptSource source) =>
        from fields in entity.Groups
        let times = new EventTimes(entity.Entity, fields)
        from happened in fields.Events
        where times.Of(happened) is null
        from field in fields.Fields
        group field.ToString() by happened into undated
        orderby undated.Key
        select (InlineText)source.Texts.DateMissing(
            source.Names.Title(entity), source.Words.Text(source.Register.Events[undated.Key].Label), source.Words.And(undated.Order(StringComparer.Ordinal)));

    private static IEnumerable<InlineText> WaitingForUnmapped(PlannedEntity entity, ConceptSource source) =>
        from dependent in entity.Dependents
        where dependent.Disposal is DependentDisposal.AwaitedFirst
        where !source.Plan.Entities.Any(planned => planned.Store == entity.Store && dependent.Members.Contains(planned.Name))
        select (InlineText)source.Texts.WaitsForUnmapped(source.Names.Title(entity), dependent.Entity.ToString());
}
