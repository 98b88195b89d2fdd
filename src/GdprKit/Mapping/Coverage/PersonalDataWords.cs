namespace GdprKit.Mapping;

/// <summary>The words, Dutch and English, by which a property betrays itself.</summary>
internal static class PersonalDataWords
{
    /// <summary>Words that mean personal data wherever they stand.</summary>
    public static IReadOnlyList<PersonalDataWord> Certain { get; } =
    [
        .. Words("an e-mail address", "email-address", "pd:EmailAddress", "email", "emailaddress", "emailadres", "mailadres", "mailaddress", "mail", "eml"),
        .. Words("a telephone number", "phone", "pd:TelephoneNumber", "phone", "phonenumber", "telephone", "telefoon", "telefoonnummer", "telnr", "tel", "mobile", "mobiel", "mob", "gsm", "fax", "faxnummer"),
        .. Words("a name", "name", "pd:Name", "firstname", "givenname", "forename", "middlename", "lastname", "surname", "familyname", "fullname", "nickname", "maidenname", "middleinitial", "voornaam", "vnaam", "roepnaam", "achternaam", "anaam", "familienaam", "tussenvoegsel", "tussenv", "initials", "initialen", "voorletters", "contactpersoon", "contactperson", "contactname"),
        .. Words("a name by which somebody signs in", "account", "pd:Username", "username", "gebruikersnaam", "loginname", "login", "screenname"),
        .. Words("a date of birth", "birth-date", "pd:BirthDate", "birthdate", "birthday", "dateofbirth", "dob", "born", "birthyear", "geboortedatum", "gebdat", "gebdatum", "geboren", "geboortejaar", "verjaardag", "age", "leeftijd"),
        .. Words("a place of birth", "birth-place", "pd:BirthPlace", "birthplace", "placeofbirth", "geboorteplaats", "geboorteland"),
        .. Words("a national number", "citizen-number", "pd:OfficialID", "bsn", "burgerservicenummer", "sofi", "sofinummer", "ssn", "socialsecuritynumber", "nationalid", "rijksregisternummer", "nin"),
        .. Words("an identity document", "identity-document", "pd:Passport", "passport", "passportnumber", "paspoort", "paspoortnummer", "identitycard", "idcard", "idkaart", "driverslicense", "drivinglicence", "rijbewijs", "rijbewijsnummer"),
        .. Words("an address", "address", "pd:PhysicalAddress", "address", "addressline", "adres", "adresregel", "street", "streetname", "straat", "straatnaam", "housenumber", "houseno", "huisnummer", "huisnr", "zip", "zipcode", "postalcode", "postcode", "residence", "woonplaats", "woonadres"),
        .. Words("a bank account or card", "bank-account", "pd:BankAccount", "iban", "bankaccount", "bankrekening", "rekeningnummer", "accountholder", "rekeninghouder", "creditcard", "cardnumber", "cardholder"),
        .. Words("a gender", "gender", "pd:Gender", "gender", "geslacht", "sex", "salutation", "titleofcourtesy", "aanhef", "pronouns"),
        .. Words("a nationality", "nationality", "pd:Nationality", "nationality", "nationaliteit", "citizenship", "staatsburgerschap"),
        .. Words("a racial or ethnic origin", "ethnicity", "pd:EthnicOrigin", "ethnicity", "ethnicorigin", "etniciteit", "afkomst", "race", "ras"),
        .. Words("a belief", "belief", "pd:ReligiousBelief", "religion", "religie", "godsdienst", "geloof", "geloofsovertuiging"),
        .. Words("a political opinion", "political-opinion", "pd:PoliticalOpinion", "politicalopinion", "politicalparty", "politiekevoorkeur"),
        .. Words("membership of a trade union", "union-membership", "pd:TradeUnionMembership", "unionmembership", "tradeunion", "unionmember", "vakbond", "vakbondslid"),
        .. Words("a sexual orientation", "sexual-orientation", "pd:SexualPreference", "sexualorientation", "sexualpreference", "seksuelevoorkeur", "seksuelegeaardheid"),
        .. Words("a biometric", "biometrics", "pd:Biometric", "fingerprint", "vingerafdruk", "biometric", "faceprint", "irisscan"),
        .. Words("health", "health", "pd:MedicalHealth", "health", "gezondheid", "medical", "medisch", "diagnosis", "diagnose", "allergy", "allergies", "allergie", "allergieen", "medication", "medicatie", "disability", "handicap", "bloodtype", "bloedgroep", "diet", "dieet", "sickleave", "ziekmelding", "ziekteverzuim"),
        .. Words("a family situation", "family", "pd:MaritalStatus", "maritalstatus", "burgerlijkestaat", "spouse", "partner", "echtgenoot", "children", "kinderen", "nextofkin"),
        .. Words("an income", "income", "pd:Salary", "salary", "salaris", "wage", "loon", "income", "inkomen"),
        .. Words("a picture", "picture", "pd:Picture", "photo", "foto", "pasfoto", "portrait", "portret", "avatar"),
        .. Words("a signature", "signature", "pd:Identifying", "signature", "handtekening"),
        .. Words("a network address or device", "device", "pd:IPAddress", "ip", "ipaddress", "ipadres", "remoteip", "useragent", "deviceid", "macaddress", "imei"),
        .. Words("a vehicle registration", "vehicle", "pd:VehicleLicense", "licenseplate", "licenceplate", "kenteken"),
        .. Words("a place where somebody was", "location", "pd:Location", "latitude", "longitude", "geolocation"),
        .. Words("a secret by which somebody signs in", "account", "pd:Password", "password", "passwordhash", "wachtwoord", "securityquestion"),
    ];

    /// <summary>Words that mean personal data where the row holds a person's already.</summary>
    public static IReadOnlyList<PersonalDataWord> BesideOthers { get; } =
    [
        .. Words("a name", "name", "pd:Name", "name", "naam", "suffix", "company", "bedrijf", "bedrijfsnaam"),
        .. Words("an address", "address", "pd:PhysicalAddress", "city", "plaats", "stad", "state", "province", "provincie", "region", "regio", "district", "county", "country", "land"),
        .. Words("a telephone number", "phone", "pd:TelephoneNumber", "extension", "toestel", "toestelnummer"),
        .. Words("a picture", "picture", "pd:Picture", "picture", "image", "afbeelding"),
        .. Words("a website", "website", "pd:Contact", "website", "homepage", "webadres"),
        .. Words("a free text", "remarks", "pd:Communication", "remark", "remarks", "note", "notes", "comment", "comments", "memo", "opmerking", "opmerkingen", "notitie", "notities", "bijzonderheden"),
        .. Words("a job", "employment", "pd:Job", "title", "titel", "jobtitle", "function", "functie", "beroep", "occupation"),
        .. Words("a preference", "preferences", "pd:Preference", "language", "taal", "voorkeurstaal", "culture", "locale", "timezone", "tijdzone", "newsletter", "nieuwsbrief", "emailpromotion", "optin", "marketing", "theme"),
    ];

    private static IEnumerable<PersonalDataWord> Words(string meaning, string category, string term, params string[] texts) =>
        texts.Select(text => new PersonalDataWord(text, meaning, category, term));
}
