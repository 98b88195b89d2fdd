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

    private static Definition Line(Recipient recipient, NoticeContext context) =>
        new(recipient.Name, recipient.Transfers.SelectMany(transfer => Lines(transfer, context)).ToValueList());

    // Art. 13(1)(f): that there is no adequacy decision must be told where nothing else stands in its place, and how to get a copy
    // where safeguards do.
    private static IEnumerable<InlineText> Lines(Transfer transfer, NoticeContext context)
    {
        var (wording, words) = (context.Wording, context.Wording.Register);
        var addition = transfer.Safeguard switch
        {
            TransferSafeguard.Derogation => $" {wording.NoAdequacyDecision}",
            TransferSafeguard.CompellingInterest => $" {wording.NoAdequacyDecision} {wording.CopyOnRequest}",
            _ => "",
        };
        return [words.Explanation(transfer) + addition, wording.InTheLaw(words.NameWithArticle(transfer.Safeguard))];
    }
}
