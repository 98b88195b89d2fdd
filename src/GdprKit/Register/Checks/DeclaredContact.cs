namespace GdprKit;

/// <summary>A party of the controller's that people must be able to reach, with where its contact details stand.</summary>
/// <remarks>The controller itself has no <see cref="NamePath"/>: its name is asked for apart.</remarks>
internal sealed record DeclaredContact(string Path, string What, string Article, string Call, ContactDetails? Contact, string? NamePath = null, string? Name = null)
{
    public static IEnumerable<DeclaredContact> AllOf(DataController controller) =>
    [
        new("/controller/contact", "controller", "13(1)(a)", "Contact(…)", controller.Contact),
        .. Party(controller.Representative, "representative", "representative", "13(1)(a)", "Representative(name, contact)"),
        .. Party(controller.DataProtectionOfficer, "dataProtectionOfficer", "data protection officer", "13(1)(b)", "DataProtectionOfficer(name, contact)"),
        .. controller.JointControllers.Select((joint, index) => new DeclaredContact(
            $"/controller/jointControllers/{index}/contact",
            "joint controller",
            "26(3)",
            "JointController(name, contact, arrangement)",
            joint.Contact,
            $"/controller/jointControllers/{index}/name",
            joint.Name)),
    ];

    private static IEnumerable<DeclaredContact> Party(ContactParty? party, string property, string what, string article, string call) =>
        party is null ? [] : [new($"/controller/{property}/contact", what, article, call, party.Contact, $"/controller/{property}/name", party.Name)];
}
