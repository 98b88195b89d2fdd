using GdprKit.Documents;

namespace GdprKit.Notices;

/// <summary>Who decides about the data, and who else answers for them.</summary>
internal sealed class ControllerSection : NoticeSection
{
    public override SectionId Id => NoticeSections.Controller;

    public override ValueList<NoticeItem> Fulfils =>
        [NoticeItem.Controller, NoticeItem.Representative, NoticeItem.DataProtectionOfficer, NoticeItem.JointControllers];

    public override DocumentSection Write(NoticeContext context)
    {
        var controller = context.Register.Controller;
        return new DocumentSection(Id, context.Wording.WhoWeAre)
        {
            Blocks =
            [
                new DocumentBlock.Paragraph(context.Wording.WeDecide(controller.Name)),
                new DocumentBlock.DefinitionList(ContactLines.Of(controller.Name, controller.Contact, controller.RegistrationNumber, context))
                {
                    Requirements = Marks(NoticeItem.Controller),
                },
            ],
            Sections = Others(context).OfType<DocumentSection>().ToValueList(),
        };
    }

    private static IEnumerable<DocumentSection?> Others(NoticeContext context)
    {
        var (controller, wording) = (context.Register.Controller, context.Wording);
        yield return controller.Representative is { } representative
            ? Party("representative", wording.Representative, wording.AboutRepresentative, representative, NoticeItem.Representative, context)
            : null;
        yield return controller.DataProtectionOfficer is { } officer
            ? Party("data-protection-officer", wording.DataProtectionOfficer, wording.AboutDataProtectionOfficer, officer, NoticeItem.DataProtectionOfficer, context)
            : null;
        yield return controller.JointControllers.IsEmpty ? null : JointControllers(controller.JointControllers, context);
    }

    private static DocumentSection Party(string id, string heading, string about, ContactParty party, NoticeItem item, NoticeContext context) =>
        new(SectionId.Parse(id), heading)
        {
            Requirements = Marks(item),
            Blocks = [new DocumentBlock.Paragraph(about), new DocumentBlock.DefinitionList(ContactLines.Of(party.Name, party.Contact, null, context))],
        };

    private static DocumentSection JointControllers(ValueList<JointController> parties, NoticeContext context) =>
        new(SectionId.Parse("joint-controllers"), context.Wording.JointControllers)
        {
            Requirements = Marks(NoticeItem.JointControllers),
            Blocks =
            [
                new DocumentBlock.Paragraph(context.Wording.AboutJointControllers),
                .. parties.Select(party => new DocumentBlock.DefinitionList(
                [
                    .. ContactLines.Of(party.Name, party.Contact, null, context),
                    new Definition(context.Wording.Arrangement, [context.Text(party.Arrangement)]),
                ])),
            ],
        };
}
