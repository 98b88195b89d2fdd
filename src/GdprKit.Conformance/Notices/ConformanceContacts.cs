using static GdprKit.Conformance.DomainKeys;

namespace GdprKit.Conformance;

/// <summary>Who the people are whom the suites of <see cref="GdprKit.Notices.IContactSource"/> add to an application, and how they are reached.</summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
public static class ConformanceContacts
{
    /// <summary>The register that the map refers to.</summary>
    public static ProcessingRegister Register { get; } = DomainRegister.Create();

    /// <summary>
    /// The map: a <see cref="Correspondent"/> who is a customer is one of the kind <c>people</c> and one who is an employee of the kind <c>staff</c>, under
    /// the code; any other is nobody. The address is <see cref="Correspondent.Mail"/>, the language <see cref="Correspondent.Speaks"/>;
    /// name and postal address are the rest.
    /// </summary>
    public static IPersonalDataMap Map { get; } = DomainMaps.Of<Correspondent>(data => data
        .IsSubjectWhen(one => one.Role == CorrespondentRole.Customer, People, one => one.Code)
        .IsSubjectWhen(one => one.Role == CorrespondentRole.Employee, Staff, one => one.Code)
        .Field(Contact, one => one.Mail).Email(one => one.Mail)
        .Field(Name, one => one.Speaks).Language(one => one.Speaks)
        .Field(Name, one => one.Given, one => one.Family, one => one.Street, one => one.Addition, one => one.Postcode, one => one.Town, one => one.Province, one => one.Land)
        .PersonName(one => one.Given, one => one.Family)
        .AddressLines(one => one.Street, one => one.Addition)
        .Place(one => one.Postcode, one => one.Town, one => one.Land, one => one.Province));
}
