using System.Collections.Frozen;

namespace GdprKit.Mapping;

/// <summary>What a property seems to hold, in Dutch, by the term of the vocabulary that means it.</summary>
internal static class DutchMeanings
{
    private static readonly FrozenDictionary<string, string> ByTerm = new Dictionary<string, string>
    {
        ["pd:EmailAddress"] = "een e-mailadres",
        ["pd:TelephoneNumber"] = "een telefoonnummer",
        ["pd:Name"] = "een naam",
        ["pd:Username"] = "een naam waarmee iemand inlogt",
        ["pd:BirthDate"] = "een geboortedatum",
        ["pd:BirthPlace"] = "een geboorteplaats",
        ["pd:OfficialID"] = "een burgerservicenummer of ander nationaal nummer",
        ["pd:Passport"] = "een identiteitsbewijs",
        ["pd:PhysicalAddress"] = "een adres",
        ["pd:BankAccount"] = "een bankrekening of betaalkaart",
        ["pd:Gender"] = "een geslacht of aanspreekvorm",
        ["pd:Nationality"] = "een nationaliteit",
        ["pd:ReligiousBelief"] = "een geloof of overtuiging",
        ["pd:MedicalHealth"] = "iemands gezondheid",
        ["pd:MaritalStatus"] = "een gezinssituatie",
        ["pd:Salary"] = "een inkomen",
        ["pd:Picture"] = "een foto",
        ["pd:Identifying"] = "een handtekening",
        ["pd:IPAddress"] = "een netwerkadres of apparaat",
        ["pd:VehicleLicense"] = "een kenteken",
        ["pd:Location"] = "een plek waar iemand was",
        ["pd:Password"] = "een geheim waarmee iemand inlogt",
        ["pd:Communication"] = "vrije tekst over iemand",
        ["pd:Job"] = "iemands werk",
        ["pd:EthnicOrigin"] = "een ras of etnische afkomst",
        ["pd:PoliticalOpinion"] = "een politieke opvatting",
        ["pd:TradeUnionMembership"] = "een lidmaatschap van een vakbond",
        ["pd:SexualPreference"] = "een seksuele gerichtheid",
        ["pd:Biometric"] = "een biometrisch kenmerk",
        ["pd:Preference"] = "een voorkeur",
        ["pd:Contact"] = "een website",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The meaning of a word; in English where there is no Dutch for it.</summary>
    public static string Of(PersonalDataWord word) => ByTerm.GetValueOrDefault(word.Term, word.Meaning);

    public static bool Has(PersonalDataWord word) => ByTerm.ContainsKey(word.Term);
}
