using System.Diagnostics.CodeAnalysis;

namespace GdprKit;

public sealed partial record SupervisoryAuthority
{
    // As the members of the European Data Protection Board call themselves, checked in 2026. Germany is missing on purpose: see
    // TryFind.
    private static readonly Dictionary<string, SupervisoryAuthority> National = new(StringComparer.Ordinal)
    {
        ["AT"] = Of("Österreichische Datenschutzbehörde", "https://www.dsb.gv.at"),
        ["BE"] = Of("Gegevensbeschermingsautoriteit (Autorité de protection des données)", "https://www.gegevensbeschermingsautoriteit.be"),
        ["BG"] = Of("Комисия за защита на личните данни", "https://cpdp.bg"),
        ["CY"] = Of("Γραφείο Επιτρόπου Προστασίας Δεδομένων Προσωπικού Χαρακτήρα", "https://www.dataprotection.gov.cy"),
        ["CZ"] = Of("Úřad pro ochranu osobních údajů", "https://uoou.gov.cz"),
        ["DK"] = Of("Datatilsynet", "https://www.datatilsynet.dk"),
        ["EE"] = Of("Andmekaitse Inspektsioon", "https://www.aki.ee"),
        ["ES"] = Of("Agencia Española de Protección de Datos", "https://www.aepd.es"),
        ["FI"] = Of("Tietosuojavaltuutetun toimisto", "https://tietosuoja.fi"),
        ["FR"] = Of("Commission nationale de l’informatique et des libertés (CNIL)", "https://www.cnil.fr"),
        ["GR"] = Of("Αρχή Προστασίας Δεδομένων Προσωπικού Χαρακτήρα", "https://www.dpa.gr"),
        ["HR"] = Of("Agencija za zaštitu osobnih podataka", "https://azop.hr"),
        ["HU"] = Of("Nemzeti Adatvédelmi és Információszabadság Hatóság", "https://www.naih.hu"),
        ["IE"] = Of("Data Protection Commission", "https://www.dataprotection.ie"),
        ["IS"] = Of("Persónuvernd", "https://island.is/s/personuvernd"),
        ["IT"] = Of("Garante per la protezione dei dati personali", "https://www.garanteprivacy.it"),
        ["LI"] = Of("Datenschutzstelle Fürstentum Liechtenstein", "https://www.datenschutzstelle.li"),
        ["LT"] = Of("Valstybinė duomenų apsaugos inspekcija", "https://vdai.lrv.lt"),
        ["LU"] = Of("Commission nationale pour la protection des données (CNPD)", "https://cnpd.public.lu"),
        ["LV"] = Of("Datu valsts inspekcija", "https://www.dvi.gov.lv"),
        ["MT"] = Of("Office of the Information and Data Protection Commissioner", "https://idpc.org.mt"),
        ["NL"] = Of("Autoriteit Persoonsgegevens", "https://www.autoriteitpersoonsgegevens.nl"),
        ["NO"] = Of("Datatilsynet", "https://www.datatilsynet.no"),
        ["PL"] = Of("Urząd Ochrony Danych Osobowych", "https://uodo.gov.pl"),
        ["PT"] = Of("Comissão Nacional de Proteção de Dados", "https://www.cnpd.pt"),
        ["RO"] = Of("Autoritatea Națională de Supraveghere a Prelucrării Datelor cu Caracter Personal", "https://www.dataprotection.ro"),
        ["SE"] = Of("Integritetsskyddsmyndigheten", "https://www.imy.se"),
        ["SI"] = Of("Informacijski pooblaščenec", "https://www.ip-rs.si"),
        ["SK"] = Of("Úrad na ochranu osobných údajov Slovenskej republiky", "https://dataprotection.gov.sk"),
    };

    /// <summary>What the builder holds until one is declared or found by country.</summary>
    internal static SupervisoryAuthority Undeclared { get; } = new("", new Uri("about:blank"));

    /// <summary>
    /// The national authority of a country, under the name it has in its own language: of the member states of the European
    /// Economic Area except Germany.
    /// </summary>
    /// <remarks>
    /// In Germany a company answers to the authority of its Land, and only federal bodies and a few trades to the BfDI (§ 9 and § 40
    /// BDSG). The country does not say which, so it is not guessed: a controller in Germany declares its authority. The same goes
    /// for public bodies elsewhere that have an authority of their own, as in parts of Spain.
    /// </remarks>
    /// <param name="country">The country.</param>
    /// <param name="authority">The authority, or <see langword="null"/>.</param>
    public static bool TryFind(CountryCode country, [NotNullWhen(true)] out SupervisoryAuthority? authority) =>
        National.TryGetValue(country.Code, out authority);

    private static SupervisoryAuthority Of(string name, string website) => new(name, new Uri(website));
}
