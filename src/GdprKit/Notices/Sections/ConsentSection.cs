using GdprKit.Documents;

namespace GdprKit.Notices;

/// <summary>That consent can be withdrawn, and how. The notice never asks for consent itself (Art. 7(2)).</summary>
internal sealed class ConsentSection : NoticeSection
{
    public override SectionId Id => NoticeSections.Consent;

    public override ValueList<NoticeItem> Fulfils => [NoticeItem.WithdrawalOfConsent, NoticeItem.ConsentRequests];

    public override DocumentSection? Write(NoticeContext context)
    {
        var activities = context.Activities.Where(NoticeRequirement.RestsOnConsent).ToArray();
        var (wording, words) = (context.Wording, context.Wording.Register);
        return activities.Length == 0 ? null : new DocumentSection(Id, wording.Consent)
        {
            Blocks =
            [
                new DocumentBlock.Paragraph(
                    $"{words.Explanation(DataSubjectRight.WithdrawalOfConsent)} {wording.ThisIsIn(words.Article(DataSubjectRights.ArticleOf(DataSubjectRight.WithdrawalOfConsent)))} {wording.ThisConcerns(ActivityNames.Of(activities, context))}")
                {
                    Requirements = Marks(NoticeItem.WithdrawalOfConsent),
                },
                new DocumentBlock.Paragraph(RightsContactText.Of(context)),
                new DocumentBlock.Paragraph(wording.ConsentIsAskedApart) { Requirements = Marks(NoticeItem.ConsentRequests) },
            ],
        };
    }
}
