namespace GdprKit.Mapping;

/// <summary>How the categories that words betray are declared.</summary>
internal static class CategoryCatalog
{
    public const string NationalNumber = "citizen-number";

    private static readonly Dictionary<string, (LocalizedText Label, DataSensitivity Sensitivity)> Known = new(StringComparer.Ordinal)
    {
        ["name"] = Ordinary("naam", "name"),
        ["email-address"] = Ordinary("e-mailadres", "e-mail address"),
        ["phone"] = Ordinary("telefoonnummer", "phone number"),
        ["address"] = Ordinary("adres", "address"),
        ["account"] = Ordinary("accountgegevens", "account details"),
        ["birth-date"] = Ordinary("geboortedatum", "date of birth"),
        ["birth-place"] = Ordinary("geboorteplaats", "place of birth"),
        [NationalNumber] = (LocalizedText.Of("burgerservicenummer", "national number"), DataSensitivity.NationalNumber),
        ["identity-document"] = Ordinary("identiteitsbewijs", "identity document"),
        ["bank-account"] = Ordinary("bankrekening of betaalkaart", "bank account or payment card"),
        ["gender"] = Ordinary("geslacht en aanhef", "gender and salutation"),
        ["nationality"] = Ordinary("nationaliteit", "nationality"),
        ["ethnicity"] = Special("afkomst", "ethnic origin"),
        ["belief"] = Special("geloof of levensovertuiging", "religion or belief"),
        ["political-opinion"] = Special("politieke voorkeur", "political opinion"),
        ["union-membership"] = Special("lidmaatschap van een vakbond", "trade union membership"),
        ["sexual-orientation"] = Special("seksuele gerichtheid", "sexual orientation"),
        ["biometrics"] = Special("lichaamskenmerken waaraan je herkend wordt", "biometric data"),
        ["health"] = Special("gezondheid", "health"),
        ["family"] = Ordinary("gezin en burgerlijke staat", "family and marital status"),
        ["income"] = Ordinary("inkomen", "income"),
        ["picture"] = Ordinary("foto", "photo"),
        ["signature"] = Ordinary("handtekening", "signature"),
        ["device"] = Ordinary("IP-adres en apparaat", "IP address and device"),
        ["vehicle"] = Ordinary("kenteken", "licence plate"),
        ["location"] = Ordinary("locatie", "location"),
        ["website"] = Ordinary("website", "website"),
        ["remarks"] = Ordinary("notities", "notes"),
        ["employment"] = Ordinary("functie en dienstverband", "job and employment"),
        ["preferences"] = Ordinary("voorkeuren", "preferences"),
    };

    // A password is a term too, but what people call account details is more than that.
    private static readonly Dictionary<string, string> Terms = PersonalDataWords.Certain.Concat(PersonalDataWords.BesideOthers)
        .DistinctBy(word => word.Category)
        .ToDictionary(word => word.Category, word => word.Term, StringComparer.Ordinal);

    /// <summary>The categories that can be declared without asking anybody what they are called.</summary>
    public static IReadOnlyCollection<string> Keys => Known.Keys;

    public static bool IsSpecial(string category) => Known.TryGetValue(category, out var known) && known.Sensitivity is DataSensitivity.Special;

    /// <summary>The declaration of a category by which a word betrays itself, or <see langword="null"/>.</summary>
    public static DataCategory? Find(string category) => Known.TryGetValue(category, out var known)
        ? new DataCategory
        {
            Key = Key<DataCategory>.Parse(category),
            Label = known.Label,
            Sensitivity = known.Sensitivity,
            Term = DpvTerm.Parse(Terms[category]),
        }
        : null;

    private static (LocalizedText Label, DataSensitivity Sensitivity) Ordinary(string nl, string en) => (LocalizedText.Of(nl, en), DataSensitivity.Ordinary);

    private static (LocalizedText Label, DataSensitivity Sensitivity) Special(string nl, string en) => (LocalizedText.Of(nl, en), DataSensitivity.Special);
}
