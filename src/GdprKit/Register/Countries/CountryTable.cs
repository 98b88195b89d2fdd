namespace GdprKit;

/// <summary>
/// The countries of ISO 3166-1 with their Dutch and English names. A table of its own, so that a notice reads the same on every
/// machine, whatever data for its culture that machine has.
/// </summary>
/// <remarks>
/// The names are those of the Unicode Common Locale Data Repository, release 42 (© 1991-2022 Unicode, Inc.; LICENSE-UNICODE.txt beside
/// this file). Changed for use in sentences: articles in parentheses are added, "&amp;" and "St." are written out, and Hongkong, Macau,
/// Myanmar and both Congos are called as people call them.
/// </remarks>
internal static class CountryTable
{
    private const string Rows = """
        AD|Andorra|Andorra
        AE|(de) Verenigde Arabische Emiraten|(the) United Arab Emirates
        AF|Afghanistan|Afghanistan
        AG|Antigua en Barbuda|Antigua and Barbuda
        AI|Anguilla|Anguilla
        AL|Albanië|Albania
        AM|Armenië|Armenia
        AO|Angola|Angola
        AQ|Antarctica|Antarctica
        AR|Argentinië|Argentina
        AS|Amerikaans-Samoa|American Samoa
        AT|Oostenrijk|Austria
        AU|Australië|Australia
        AW|Aruba|Aruba
        AX|Åland|(the) Åland Islands
        AZ|Azerbeidzjan|Azerbaijan
        BA|Bosnië en Herzegovina|Bosnia and Herzegovina
        BB|Barbados|Barbados
        BD|Bangladesh|Bangladesh
        BE|België|Belgium
        BF|Burkina Faso|Burkina Faso
        BG|Bulgarije|Bulgaria
        BH|Bahrein|Bahrain
        BI|Burundi|Burundi
        BJ|Benin|Benin
        BL|Saint-Barthélemy|Saint Barthélemy
        BM|Bermuda|Bermuda
        BN|Brunei|Brunei
        BO|Bolivia|Bolivia
        BQ|Caribisch Nederland|(the) Caribbean Netherlands
        BR|Brazilië|Brazil
        BS|(de) Bahama’s|(the) Bahamas
        BT|Bhutan|Bhutan
        BV|Bouveteiland|Bouvet Island
        BW|Botswana|Botswana
        BY|Belarus|Belarus
        BZ|Belize|Belize
        CA|Canada|Canada
        CC|(de) Cocoseilanden|(the) Cocos (Keeling) Islands
        CD|(de) Democratische Republiek Congo|(the) Democratic Republic of the Congo
        CF|(de) Centraal-Afrikaanse Republiek|(the) Central African Republic
        CG|(de) Republiek Congo|(the) Republic of the Congo
        CH|Zwitserland|Switzerland
        CI|Ivoorkust|Côte d’Ivoire
        CK|(de) Cookeilanden|(the) Cook Islands
        CL|Chili|Chile
        CM|Kameroen|Cameroon
        CN|China|China
        CO|Colombia|Colombia
        CR|Costa Rica|Costa Rica
        CU|Cuba|Cuba
        CV|Kaapverdië|Cape Verde
        CW|Curaçao|Curaçao
        CX|Christmaseiland|Christmas Island
        CY|Cyprus|Cyprus
        CZ|Tsjechië|Czechia
        DE|Duitsland|Germany
        DJ|Djibouti|Djibouti
        DK|Denemarken|Denmark
        DM|Dominica|Dominica
        DO|(de) Dominicaanse Republiek|(the) Dominican Republic
        DZ|Algerije|Algeria
        EC|Ecuador|Ecuador
        EE|Estland|Estonia
        EG|Egypte|Egypt
        EH|(de) Westelijke Sahara|Western Sahara
        ER|Eritrea|Eritrea
        ES|Spanje|Spain
        ET|Ethiopië|Ethiopia
        FI|Finland|Finland
        FJ|Fiji|Fiji
        FK|(de) Falklandeilanden|(the) Falkland Islands
        FM|Micronesia|Micronesia
        FO|(de) Faeröer|(the) Faroe Islands
        FR|Frankrijk|France
        GA|Gabon|Gabon
        GB|(het) Verenigd Koninkrijk|(the) United Kingdom
        GD|Grenada|Grenada
        GE|Georgië|Georgia
        GF|Frans-Guyana|French Guiana
        GG|Guernsey|Guernsey
        GH|Ghana|Ghana
        GI|Gibraltar|Gibraltar
        GL|Groenland|Greenland
        GM|Gambia|(the) Gambia
        GN|Guinee|Guinea
        GP|Guadeloupe|Guadeloupe
        GQ|Equatoriaal-Guinea|Equatorial Guinea
        GR|Griekenland|Greece
        GS|Zuid-Georgia en Zuidelijke Sandwicheilanden|South Georgia and South Sandwich Islands
        GT|Guatemala|Guatemala
        GU|Guam|Guam
        GW|Guinee-Bissau|Guinea-Bissau
        GY|Guyana|Guyana
        HK|Hongkong|Hong Kong
        HM|(de) Heard- en McDonaldeilanden|Heard and McDonald Islands
        HN|Honduras|Honduras
        HR|Kroatië|Croatia
        HT|Haïti|Haiti
        HU|Hongarije|Hungary
        ID|Indonesië|Indonesia
        IE|Ierland|Ireland
        IL|Israël|Israel
        IM|Isle of Man|(the) Isle of Man
        IN|India|India
        IO|(het) Brits Indische Oceaanterritorium|(the) British Indian Ocean Territory
        IQ|Irak|Iraq
        IR|Iran|Iran
        IS|IJsland|Iceland
        IT|Italië|Italy
        JE|Jersey|Jersey
        JM|Jamaica|Jamaica
        JO|Jordanië|Jordan
        JP|Japan|Japan
        KE|Kenia|Kenya
        KG|Kirgizië|Kyrgyzstan
        KH|Cambodja|Cambodia
        KI|Kiribati|Kiribati
        KM|(de) Comoren|(the) Comoros
        KN|Saint Kitts en Nevis|Saint Kitts and Nevis
        KP|Noord-Korea|North Korea
        KR|Zuid-Korea|South Korea
        KW|Koeweit|Kuwait
        KY|(de) Kaaimaneilanden|(the) Cayman Islands
        KZ|Kazachstan|Kazakhstan
        LA|Laos|Laos
        LB|Libanon|Lebanon
        LC|Saint Lucia|Saint Lucia
        LI|Liechtenstein|Liechtenstein
        LK|Sri Lanka|Sri Lanka
        LR|Liberia|Liberia
        LS|Lesotho|Lesotho
        LT|Litouwen|Lithuania
        LU|Luxemburg|Luxembourg
        LV|Letland|Latvia
        LY|Libië|Libya
        MA|Marokko|Morocco
        MC|Monaco|Monaco
        MD|Moldavië|Moldova
        ME|Montenegro|Montenegro
        MF|Saint-Martin|Saint Martin
        MG|Madagaskar|Madagascar
        MH|(de) Marshalleilanden|(the) Marshall Islands
        MK|Noord-Macedonië|North Macedonia
        ML|Mali|Mali
        MM|Myanmar|Myanmar
        MN|Mongolië|Mongolia
        MO|Macau|Macao
        MP|(de) Noordelijke Marianen|(the) Northern Mariana Islands
        MQ|Martinique|Martinique
        MR|Mauritanië|Mauritania
        MS|Montserrat|Montserrat
        MT|Malta|Malta
        MU|Mauritius|Mauritius
        MV|(de) Maldiven|(the) Maldives
        MW|Malawi|Malawi
        MX|Mexico|Mexico
        MY|Maleisië|Malaysia
        MZ|Mozambique|Mozambique
        NA|Namibië|Namibia
        NC|Nieuw-Caledonië|New Caledonia
        NE|Niger|Niger
        NF|Norfolk|Norfolk Island
        NG|Nigeria|Nigeria
        NI|Nicaragua|Nicaragua
        NL|Nederland|(the) Netherlands
        NO|Noorwegen|Norway
        NP|Nepal|Nepal
        NR|Nauru|Nauru
        NU|Niue|Niue
        NZ|Nieuw-Zeeland|New Zealand
        OM|Oman|Oman
        PA|Panama|Panama
        PE|Peru|Peru
        PF|Frans-Polynesië|French Polynesia
        PG|Papoea-Nieuw-Guinea|Papua New Guinea
        PH|(de) Filipijnen|(the) Philippines
        PK|Pakistan|Pakistan
        PL|Polen|Poland
        PM|Saint-Pierre en Miquelon|Saint Pierre and Miquelon
        PN|(de) Pitcairneilanden|(the) Pitcairn Islands
        PR|Puerto Rico|Puerto Rico
        PS|(de) Palestijnse gebieden|(the) Palestinian Territories
        PT|Portugal|Portugal
        PW|Palau|Palau
        PY|Paraguay|Paraguay
        QA|Qatar|Qatar
        RE|Réunion|Réunion
        RO|Roemenië|Romania
        RS|Servië|Serbia
        RU|Rusland|Russia
        RW|Rwanda|Rwanda
        SA|Saoedi-Arabië|Saudi Arabia
        SB|(de) Salomonseilanden|(the) Solomon Islands
        SC|(de) Seychellen|(the) Seychelles
        SD|Soedan|Sudan
        SE|Zweden|Sweden
        SG|Singapore|Singapore
        SH|Sint-Helena|Saint Helena
        SI|Slovenië|Slovenia
        SJ|Spitsbergen en Jan Mayen|Svalbard and Jan Mayen
        SK|Slowakije|Slovakia
        SL|Sierra Leone|Sierra Leone
        SM|San Marino|San Marino
        SN|Senegal|Senegal
        SO|Somalië|Somalia
        SR|Suriname|Suriname
        SS|Zuid-Soedan|South Sudan
        ST|Sao Tomé en Principe|São Tomé and Príncipe
        SV|El Salvador|El Salvador
        SX|Sint-Maarten|Sint Maarten
        SY|Syrië|Syria
        SZ|Eswatini|Eswatini
        TC|(de) Turks- en Caicoseilanden|(the) Turks and Caicos Islands
        TD|Tsjaad|Chad
        TF|(de) Franse Gebieden in de zuidelijke Indische Oceaan|(the) French Southern Territories
        TG|Togo|Togo
        TH|Thailand|Thailand
        TJ|Tadzjikistan|Tajikistan
        TK|Tokelau|Tokelau
        TL|Oost-Timor|Timor-Leste
        TM|Turkmenistan|Turkmenistan
        TN|Tunesië|Tunisia
        TO|Tonga|Tonga
        TR|Turkije|Turkey
        TT|Trinidad en Tobago|Trinidad and Tobago
        TV|Tuvalu|Tuvalu
        TW|Taiwan|Taiwan
        TZ|Tanzania|Tanzania
        UA|Oekraïne|Ukraine
        UG|Oeganda|Uganda
        UM|(de) Kleine afgelegen eilanden van de Verenigde Staten|(the) U.S. Outlying Islands
        US|(de) Verenigde Staten|(the) United States
        UY|Uruguay|Uruguay
        UZ|Oezbekistan|Uzbekistan
        VA|Vaticaanstad|Vatican City
        VC|Saint Vincent en de Grenadines|Saint Vincent and Grenadines
        VE|Venezuela|Venezuela
        VG|(de) Britse Maagdeneilanden|(the) British Virgin Islands
        VI|(de) Amerikaanse Maagdeneilanden|(the) U.S. Virgin Islands
        VN|Vietnam|Vietnam
        VU|Vanuatu|Vanuatu
        WF|Wallis en Futuna|Wallis and Futuna
        WS|Samoa|Samoa
        YE|Jemen|Yemen
        YT|Mayotte|Mayotte
        ZA|Zuid-Afrika|South Africa
        ZM|Zambia|Zambia
        ZW|Zimbabwe|Zimbabwe
        """;

    // One row for each code: the code, the Dutch name, the English name.
    private static readonly Dictionary<string, string[]> ByCode = Rows
        .Split('\n', StringSplitOptions.TrimEntries)
        .Select(row => row.Split('|'))
        .ToDictionary(row => row[0], StringComparer.Ordinal);

    /// <summary>The member states of the Union, their parts with a code of their own, and Iceland, Liechtenstein and Norway.</summary>
    internal static IReadOnlySet<string> EuropeanEconomicArea { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR", "HU", "IE",
        "IT", "LV", "LT", "LU", "MT", "NL", "PL", "PT", "RO", "SK", "SI", "ES", "SE",
        "AX", "GF", "GP", "MF", "MQ", "RE", "YT",
        "IS", "LI", "NO",
    };

    internal static bool Contains(string code) => ByCode.ContainsKey(code);

    internal static CountryName NameOf(string code, Language language)
    {
        var column = language == Language.Dutch ? 1 : language == Language.English ? 2 : throw WordingMessages.NoWordsIn(language);
        return ByCode.TryGetValue(code, out var row) ? CountryName.Read(row[column]) : CountryName.None;
    }
}
