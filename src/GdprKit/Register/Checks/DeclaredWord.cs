namespace GdprKit;

/// <summary>A name, number or reference that is the same in every language, with where it stands, what it is and how it is written in code.</summary>
/// <remarks>One without a call is optional; that a place has no postal code is said with an empty one.</remarks>
internal sealed record DeclaredWord(string Path, string What, string? Call, string? Value, bool MayBeBlank = false)
{
    public static IEnumerable<DeclaredWord> AllOf(RegisterDeclarations register) =>
    [
        .. register.Controller is { } controller ? Of(controller) : [],
        .. register.Recipients.SelectMany(Of),
        .. register.Activities.SelectMany(Of),
        .. DeclaredCitation.AllOf(register).Select(declared => new DeclaredWord(
            $"{declared.Path}/text", $"text of the {declared.What}", "new Citation(text)", declared.Citation.Text)),
    ];

    private static IEnumerable<DeclaredWord> Of(DataController controller) =>
    [
        new("/controller/name", "name of the controller (Art. 13(1)(a))", "Name(name)", controller.Name),
        new("/controller/registrationNumber", "number of the controller in the trade register", null, controller.RegistrationNumber),
        .. controller.SupervisoryAuthority == SupervisoryAuthority.Undeclared ? [] : new DeclaredWord[]
        {
            new("/controller/supervisoryAuthority/name", "name of the supervisory authority (Art. 13(2)(d))", "SupervisoryAuthority(name, website)", controller.SupervisoryAuthority?.Name),
        },
        .. DeclaredContact.AllOf(controller).SelectMany(Of),
    ];

    private static IEnumerable<DeclaredWord> Of(DeclaredContact party)
    {
        var address = party.Contact?.Address;
        return
        [
            .. party.NamePath is { } path ? [new DeclaredWord(path, $"name of the {party.What}", party.Call, party.Name)] : Enumerable.Empty<DeclaredWord>(),
            .. address is null ? [] : new DeclaredWord[]
            {
                new($"{party.Path}/address/street", $"street in the address of the {party.What}", "Address(street, postalCode, city)", address.Street),
                new($"{party.Path}/address/postalCode", $"postal code in the address of the {party.What}", null, address.PostalCode, MayBeBlank: true),
                new($"{party.Path}/address/city", $"town in the address of the {party.What}", "Address(street, postalCode, city)", address.City),
            },
        ];
    }

    private static IEnumerable<DeclaredWord> Of(Recipient recipient)
    {
        var path = RegisterPath.Of(recipient);
        return
        [
            new($"{path}/name", $"name of the recipient '{recipient.Key}' (Art. 13(1)(e))", "Name(name)", recipient.Name),
            .. recipient.Transfers.SelectMany((transfer, index) => new DeclaredWord[]
            {
                new($"{path}/transfers/{index}/organisation", "name of the international organisation", null, transfer.Organisation),
                new($"{path}/transfers/{index}/assessment", "reference to the assessment of the transfer", null, transfer.Assessment),
            }),
        ];
    }

    private static IEnumerable<DeclaredWord> Of(ProcessingActivity activity)
    {
        var path = RegisterPath.Of(activity);
        return
        [
            new($"{path}/basis/balancingTest", "reference to the balancing test", null, (activity.Basis as LawfulBasis.LegitimateInterest)?.BalancingTest),
            new($"{path}/impactAssessment", "reference to the impact assessment", null, activity.ImpactAssessment),
        ];
    }
}
