namespace GdprKit;

/// <summary>Answers point (a) of Art. 30(1).</summary>
internal static class ControllerFields
{
    public static ValueList<RecordField> Of(DataController controller, RecordTexts texts) =>
    [
        RecordField.Required(RecordRequirement.Controller, Identity(controller, texts), RecordFaults.ControllerMissing()),
        RecordField.WhereApplicable(
            RecordRequirement.JointControllers,
            controller.JointControllers.Select(joint => $"{Party(joint.Name, joint.Contact, texts)}. {texts.Words.AsSentence(texts.Words.Text(joint.Arrangement))}"),
            texts.NoJointControllers),
        Representative(controller, texts),
        RecordField.WhereApplicable(RecordRequirement.DataProtectionOfficer, Party(controller.DataProtectionOfficer, texts), texts.NoDataProtectionOfficer),
    ];

    // The name without a way to reach it, or the reverse, is not what point (a) asks.
    private static IEnumerable<string> Identity(DataController controller, RecordTexts texts) =>
        string.IsNullOrWhiteSpace(controller.Name) || controller.Contact.IsEmpty
            ? []
            : [controller.Name, texts.RegistrationNumber(controller.RegistrationNumber), .. texts.Contact(controller.Contact)];

    // Only a controller outside the Union must have one (Art. 27(1)).
    private static RecordField Representative(DataController controller, RecordTexts texts)
    {
        var lines = Party(controller.Representative, texts);
        return controller.Country.IsInEuropeanEconomicArea
            ? RecordField.WhereApplicable(RecordRequirement.Representative, lines, texts.NoRepresentative)
            : RecordField.Required(RecordRequirement.Representative, lines, RecordFaults.RepresentativeMissing());
    }

    private static IEnumerable<string> Party(ContactParty? party, RecordTexts texts) => party is null ? [] : [Party(party.Name, party.Contact, texts)];

    private static string Party(string name, ContactDetails contact, RecordTexts texts) => string.Join(", ", texts.Contact(contact).Prepend(name));
}
