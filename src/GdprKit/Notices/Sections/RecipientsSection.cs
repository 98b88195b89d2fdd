using GdprKit.Documents;

namespace GdprKit.Notices;

/// <summary>Who receives data, by name: people may know who exactly (Art. 15(1)(c), CJEU C-154/21), so the notice says so at once.</summary>
internal sealed class RecipientsSection : NoticeSection
{
    public override SectionId Id => NoticeSections.Recipients;

    public override ValueList<NoticeItem> Fulfils => [NoticeItem.Recipients];

    public override DocumentSection? Write(NoticeContext context)
    {
        if (context.Recipients.IsEmpty)
        {
            return null;
        }

        var wording = context.Wording;
        return new DocumentSection(Id, wording.Recipients)
        {
            Blocks =
            [
                new DocumentBlock.Paragraph(wording.AboutRecipients),
                new DocumentBlock.Table(
                    wording.RecipientsCaption,
                    [wording.Party, wording.Task, wording.Role, wording.Country],
                    context.Recipients.Select(recipient => Row(recipient, context)).ToValueList())
                {
                    Requirements = Marks(NoticeItem.Recipients),
                },
            ],
        };
    }

    private static ValueList<InlineText> Row(Recipient recipient, NoticeContext context) =>
    [
        recipient.Name,
        context.Wording.Register.AsTerm(context.Text(recipient.Task)),
        context.Wording.RoleOf(recipient.Role),
        recipient.Country.NameIn(context.Language),
    ];
}
