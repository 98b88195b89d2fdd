namespace GdprKit;

/// <summary>What a register says about its controller and other parties, in the words of one language.</summary>
internal static class ControllerText
{
    public static string? Of(RegisterElement element, DeclaredPart part, RegisterWording wording) => element switch
    {
        RegisterElement.ControllerCountry => part.Controller.Country.NameIn(wording.Language),
        RegisterElement.RecipientCountry => part.Recipient?.Country.NameIn(wording.Language),
        RegisterElement.FinancialYearEnd => wording.Date(part.Controller.FinancialYearEnd),
        RegisterElement.TimeZone => part.Controller.TimeZone.Id,
        RegisterElement.ControllerContact => InWords(part.Controller.Contact, wording),
        RegisterElement.Representative => InWords(part.Controller.Representative, wording),
        RegisterElement.RepresentativeContact => part.Controller.Representative is { } representative ? InWords(representative.Contact, wording) : null,
        RegisterElement.DataProtectionOfficer => InWords(part.Controller.DataProtectionOfficer, wording),
        RegisterElement.JointController => part.JointController.Name,
        RegisterElement.JointControllerContact => InWords(part.JointController.Contact, wording),
        RegisterElement.SupervisoryAuthority => $"{part.Controller.SupervisoryAuthority.Name}, {part.Controller.SupervisoryAuthority.Website.AbsoluteUri}",
        _ => throw new ArgumentOutOfRangeException(nameof(element), element, null),
    };

    private static string? InWords(ContactParty? party, RegisterWording wording) =>
        party is null ? null : string.Join(", ", new[] { party.Name, InWords(party.Contact, wording) }.Where(text => text.Length > 0));

    private static string InWords(ContactDetails contact, RegisterWording wording) => string.Join(
        ", ",
        new[] { contact.Email, contact.Phone, contact.Website?.AbsoluteUri, InWords(contact.Address, wording) }.Where(text => text is not null));

    private static string? InWords(PostalAddress? address, RegisterWording wording) =>
        address is null ? null : $"{address.Street}, {address.PostalCode} {address.City}, {address.Country.NameIn(wording.Language)}";
}
