using GdprKit.Documents;

namespace GdprKit.Notices;

/// <summary>What is done with the data, activity by activity.</summary>
internal sealed class ActivitiesSection : NoticeSection
{
    public override SectionId Id => NoticeSections.Activities;

    public override ValueList<NoticeItem> Fulfils =>
    [
        NoticeItem.Purposes, NoticeItem.LawfulBases, NoticeItem.LegitimateInterests, NoticeItem.Categories, NoticeItem.RetentionPeriods,
        NoticeItem.Provision, NoticeItem.AutomatedDecisions, NoticeItem.Sources,
    ];

    public static SectionId IdOf(ProcessingActivity activity) => SectionId.Parse($"activity-{activity.Key}");

    public override DocumentSection Write(NoticeContext context) => new(Id, context.Wording.WhatWeDo)
    {
        Blocks = [new DocumentBlock.Paragraph(context.Wording.PerPurpose)],
        Sections = context.Activities.Select(activity => Write(activity, context)).ToValueList(),
    };

    private static DocumentSection Write(ProcessingActivity activity, NoticeContext context) => new(IdOf(activity), context.Text(activity.Name))
    {
        Blocks =
        [
            new DocumentBlock.Paragraph(context.Wording.Register.AsSentence(context.Text(activity.Purpose.Description))) { Requirements = Marks(NoticeItem.Purposes) },
            new DocumentBlock.DefinitionList(ActivityLines.Of(activity, context)),
        ],
    };
}
