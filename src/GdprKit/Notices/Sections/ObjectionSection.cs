using GdprKit.Documents;

namespace GdprKit.Notices;

/// <summary>The right to object, presented clearly and separately from any other information, as Art. 21(4) demands.</summary>
internal sealed class ObjectionSection : NoticeSection
{
    public override SectionId Id => NoticeSections.Objection;

    public override ValueList<NoticeItem> Fulfils => [NoticeItem.RightToObject];

    public override DocumentSection? Write(NoticeContext context)
    {
        var marketing = context.Activities.Where(activity => !activity.Marketing.IsEmpty).ToArray();
        var weighed = context.Activities.Where(activity => activity.Basis is LawfulBasis.PublicTask or LawfulBasis.LegitimateInterest).ToArray();
        if (marketing.Length + weighed.Length == 0)
        {
            return null;
        }

        ValueList<DocumentBlock> blocks =
        [
            .. marketing.Length > 0 ? Right(DataSubjectRight.ObjectionToMarketing, context.Wording.AlwaysAgainstMarketing, marketing, context) : [],
            .. weighed.Length > 0 ? Right(DataSubjectRight.Objection, context.Wording.ObjectionForYourSituation, weighed, context) : [],
            new DocumentBlock.Paragraph(RightsContactText.Of(context)),
        ];
        return new DocumentSection(Id, context.Wording.RightToObject)
        {
            Blocks = [new DocumentBlock.Callout(blocks) { Requirements = Marks(NoticeItem.RightToObject) }],
        };
    }

    private static IEnumerable<DocumentBlock> Right(DataSubjectRight right, string heading, ProcessingActivity[] activities, NoticeContext context)
    {
        var words = context.Wording.Register;
        yield return new DocumentBlock.Paragraph(
        [
            new Inline.Strong(heading),
            $" {words.Explanation(right)} {context.Wording.ThisConcerns(ActivityNames.Of(activities, context))}",
        ]);
    }
}
