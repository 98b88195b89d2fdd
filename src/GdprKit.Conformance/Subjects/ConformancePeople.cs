using static GdprKit.Conformance.DomainKeys;

namespace GdprKit.Conformance;

/// <summary>Who the people are whom the suites of <see cref="Subjects.ISubjectSource"/> add to an application.</summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
public static class ConformancePeople
{
    /// <summary>The register that the maps refer to.</summary>
    public static ProcessingRegister Register { get; } = DomainRegister.Create();

    /// <summary>
    /// The maps: every <see cref="Person"/> is one of the kind <c>people</c>, under its code; an <see cref="Account"/> of a visitor is one of the
    /// kind <c>people</c> and one of an employee of the kind <c>staff</c>, under branch and number; any other account is nobody.
    /// </summary>
    public static ValueList<IPersonalDataMap> Maps { get; } =
    [
        DomainMaps.Of<Account>(data => data
            .IsSubjectWhen(account => account.Role == AccountRole.Visitor, People, account => account.Branch, account => account.Number)
            .IsSubjectWhen(account => account.Role == AccountRole.Employee, Staff, account => account.Branch, account => account.Number)),
        DomainMaps.Of<Person>(data => data.IsSubject(People, person => person.Code)),
    ];
}
