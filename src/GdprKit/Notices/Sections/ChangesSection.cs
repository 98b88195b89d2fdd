using GdprKit.Documents;

namespace GdprKit.Notices;

/// <summary>That a new purpose is told beforehand (Art. 13(3), 14(4)), and how other changes are.</summary>
internal sealed class ChangesSection : NoticeSection
{
    public override SectionId Id => NoticeSections.Changes;

    public override ValueList<NoticeItem> Fulfils => [NoticeItem.NewPurposes];

    public override DocumentSection Write(NoticeContext context) => new(Id, context.Wording.Changes)
    {
        Blocks =
        [
            new DocumentBlock.Paragraph(context.Wording.NewPurposesAreToldBeforehand) { Requirements = Marks(NoticeItem.NewPurposes) },
            new DocumentBlock.Paragraph(context.Wording.OtherChanges),
        ],
    };
}
