using GdprKit.Documents;

namespace GdprKit.Retention;

/// <summary>Shows what nobody knows the end of, why, and what somebody can do about it.</summary>
internal static class PreviewUnknown
{
    public static SectionId Id { get; } = SectionId.Parse("unknown");

    /// <summary>The section, or none when everything has an end.</summary>
    public static IEnumerable<DocumentSection> Section(IEnumerable<PreviewEntity> entities, ReportSource source, PreviewTexts texts)
    {
        var rows = entities.SelectMany(entity => Rows(entity, source, texts)).ToValueList();
        return rows.IsEmpty ? [] :
        [
            new DocumentSection(Id, texts.Unknown)
            {
                Blocks =
                [
                    new DocumentBlock.Paragraph(texts.UnknownIntroduction),
                    new DocumentBlock.Table(texts.UnknownCaption, [texts.Rows, texts.Data, texts.Why, texts.WhatToDo], rows),
                ],
            },
        ];
    }

    // What is the same of several groups of fields is told once.
    private static IEnumerable<ValueList<InlineText>> Rows(PreviewEntity entity, ReportSource source, PreviewTexts texts) =>
        from fields in entity.Groups
        from unresolved in fields.Preview.Unresolved
        group fields.Preview by (unresolved.Reason, unresolved.Rows, Remedy: Remedy(unresolved.Reason, entity, fields.Planned, source, texts)) into same
        select (ValueList<InlineText>)
        [
            source.Names.Count(entity.Planned, same.Key.Rows),
            source.Names.Categories(same.SelectMany(each => each.Categories).Distinct().Order()),
            source.Retention.Explanation(same.Key.Reason),
            same.Key.Remedy,
        ];

    private static InlineText Remedy(UnresolvedReason reason, PreviewEntity entity, FieldGroup fields, ReportSource source, PreviewTexts texts)
    {
        var undated = reason is UnresolvedReason.DateMissing ? Undated(entity, fields, source).ToList() : [];
        return undated.Count == 0
            ? source.Retention.Remedy(reason)
            : OverviewBlocks.Lines(
                undated.Count < fields.Events.Count ? source.Retention.Remedy(reason) : default(InlineText),
                texts.DateNotMapped(source.Words.And(undated)));
    }

    /// <summary>The events of which no map says the date: filling in rows would not help.</summary>
    private static IEnumerable<string> Undated(PreviewEntity entity, FieldGroup fields, ReportSource source)
    {
        var times = new EventTimes(entity.Planned.Entity, fields);
        return fields.Events.Where(happened => times.Of(happened) is null).Select(happened => source.Words.Text(source.Plan.Register.Events[happened].Label));
    }
}
