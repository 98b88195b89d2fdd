using GdprKit.Documents;

namespace GdprKit.Notices;

/// <summary>Which data leave the European Economic Area, and what protects them there.</summary>
internal sealed class TransfersSection : NoticeSection
{
    public override SectionId Id => NoticeSections.Transfers;

    public override ValueList<NoticeItem> Fulfils => [NoticeItem.Transfers, NoticeItem.TransferSafeguards];

    public override DocumentSection? Write(NoticeContext context)
    {
        var senders = context.Recipients.Where(recipient => !recipient.Transfers.IsEmpty).ToList();
        return senders.Count == 0 ? null : new DocumentSection(Id, context.Wording.Transfers)
        {
            Requirements = Marks(NoticeItem.Transfers),
            Blocks =
            [
                new DocumentBlock.Paragraph(context.Wording.AboutTransfers),
                new DocumentBlock.DefinitionList(senders.Select(recipient => Line(recipient, context)).ToValueList())
                {
                    Requirements = Marks(NoticeItem.TransferSafeguards),
                },
            ],
        };
    }

    private static Definition Line(Recipient recipient, NoticeContext context)
    {
        var words = context.Wording.Register;
        return new(recipient.Name, recipient.Transfers
            .SelectMany(transfer => new InlineText[] { words.Explanation(transfer), context.Wording.InTheLaw(words.NameWithArticle(transfer.Safeguard)) })
            .ToValueList());
    }
}
