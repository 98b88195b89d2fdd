using GdprKit.Documents;

namespace GdprKit;

/// <summary>Shows who decides, and what holds for the register as a whole.</summary>
internal static class OverviewController
{
    public static DocumentSection Section(ProcessingRegister register, OverviewTexts texts, OverviewBlocks blocks)
    {
        var controller = register.Controller;
        return new DocumentSection(SectionId.Parse("controller"), texts.Controller)
        {
            Blocks =
            [
                OverviewBlocks.Definitions(
                    (texts.Name, [controller.Name]),
                    (texts.Country, [controller.Country.NameIn(texts.Words.Language)]),
                    (texts.Contact, blocks.Contact(controller.Contact)),
                    (texts.RegistrationNumber, [OverviewBlocks.Text(controller.RegistrationNumber)]),
                    (texts.JointControllers, controller.JointControllers.SelectMany(joint => Joint(joint, blocks))),
                    (texts.Representative, Party(controller.Representative, blocks)),
                    (texts.DataProtectionOfficer, Party(controller.DataProtectionOfficer, blocks)),
                    (texts.SupervisoryAuthority, [new Inline.Link(controller.SupervisoryAuthority.Name, controller.SupervisoryAuthority.Website)]),
                    (texts.Requests, Requests(controller.Rights)),
                    (texts.TimeZone, [controller.TimeZone.Id]),
                    (texts.FinancialYearEnd, [texts.Date(controller.FinancialYearEnd)]),
                    (texts.Security, [blocks.Text(register.Security)]),
                    (texts.Languages, [string.Join(", ", register.Languages)]),
                    (texts.Hash, [register.Hash.ToString()])),
            ],
        };
    }

    private static IEnumerable<InlineText> Joint(JointController joint, OverviewBlocks blocks) =>
        [new Inline.Strong(joint.Name), .. blocks.Contact(joint.Contact), blocks.Text(joint.Arrangement)];

    private static IEnumerable<InlineText> Party(ContactParty? party, OverviewBlocks blocks) => party is null ? [] : [party.Name, .. blocks.Contact(party.Contact)];

    private static IEnumerable<InlineText> Requests(RightsContact rights) =>
    [
        OverviewBlocks.Page(rights.Page),
        OverviewBlocks.Email(rights.Email),
        OverviewBlocks.Phone(rights.Phone),
    ];
}
