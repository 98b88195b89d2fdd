using GdprKit.Documents;

namespace GdprKit.Notices;

/// <summary>Where people can complain.</summary>
internal sealed class ComplaintSection : NoticeSection
{
    public override SectionId Id => NoticeSections.Complaint;

    public override ValueList<NoticeItem> Fulfils => [NoticeItem.Complaint];

    public override DocumentSection Write(NoticeContext context)
    {
        var (wording, authority) = (context.Wording, context.Register.Controller.SupervisoryAuthority);
        return new DocumentSection(Id, wording.Complaint)
        {
            Requirements = Marks(NoticeItem.Complaint),
            Blocks =
            [
                new DocumentBlock.Paragraph(wording.TalkToUsFirst),
                new DocumentBlock.Paragraph([.. wording.ComplainTo(new Inline.Link(authority.Name, authority.Website)), $" {wording.ComplainAtHome}"]),
            ],
        };
    }
}
