using GdprKit.Documents;

namespace GdprKit.Notices;

/// <summary>The same facts at a glance: what for, which data, why, how long.</summary>
internal sealed class OverviewSection : NoticeSection
{
    public override SectionId Id => NoticeSections.Overview;

    public override ValueList<NoticeItem> Fulfils => [];

    public override DocumentSection Write(NoticeContext context)
    {
        var wording = context.Wording;
        return new DocumentSection(Id, wording.Overview)
        {
            Blocks =
            [
                new DocumentBlock.Table(
                    wording.OverviewCaption,
                    [wording.UsedFor, wording.WhichData, wording.WhyWeMay, wording.HowLong],
                    context.Activities.Select(activity => Row(activity, context)).ToValueList()),
            ],
        };
    }

    private static ValueList<InlineText> Row(ProcessingActivity activity, NoticeContext context)
    {
        var words = context.Wording.Register;
        return
        [
            Inline.ToSection(context.Text(activity.Name), ActivitiesSection.IdOf(activity)),
            words.AsTerm(words.And(activity.Categories.Select(key => context.Text(context.Register.Categories[key].Label)))),
            words.AsTerm(words.Name(activity.Basis)),
            InlineText.Join(new Inline.LineBreak(), RetentionTexts.Of(activity, context).Select(text => (InlineText)words.AsTerm(text))),
        ];
    }
}
