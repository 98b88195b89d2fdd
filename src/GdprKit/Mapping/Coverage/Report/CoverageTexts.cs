namespace GdprKit.Mapping;

/// <summary>What a coverage report says of its own accord, in Dutch and English, for somebody who keeps a shop.</summary>
internal sealed class CoverageTexts(RegisterWording words)
{
    public RegisterWording Words => words;

    public string Title => In("Controle van persoonsgegevens", "Check of personal data");

    public string Contents => In("Inhoud", "Contents");

    public string Complete => In("Alles is vastgelegd. Er is nu niets te doen.", "Everything is declared. There is nothing to do now.");

    public string WhoActs => In(
        "Hieronder staat bij elk punt wat eraan te doen is. Geef deze pagina aan degene die de software maakt.",
        "Below it says for each what to do. Give this page to whoever makes the software.");

    public string Limits => In(
        "Deze controle kijkt naar namen en soorten velden, niet naar wat erin staat. Een veld met een naam die niets verraadt, vindt ze niet.",
        "This check looks at names and types of fields, not at what is in them. It does not find a field whose name gives nothing away.");

    public string NoStore => In(
        "Er is nog niets te vergelijken. De software heeft nog niet gezegd waar zij gegevens opslaat.",
        "There is nothing to compare yet. The software has not said where it stores data.");

    public string ToAdd => In("Wat er nog bij moet", "What to add");

    public string AddPackage => In("Het pakket voor de database: ", "The package for the database: ");

    public string AddStore => In("De database zelf: ", "The database itself: ");

    public string AddOtherStore => In("Of een andere opslag: ", "Or another store: ");

    public string AddMaps => In("Voor elke klasse met gegevens van mensen een kaart: ", "For every class with data of people a map: ");

    public string NoMap => In(
        "Er is nog geen enkele kaart. Een kaart zegt per klasse van de software van wie de gegevens zijn en wat ze zijn. Begin met de klasse van je klanten: ",
        "There is no map yet. A map says for a class of the software whose the data are and what they are. Begin with the class of your customers: ");

    public string Undeclared => In("Nog niet vastgelegd", "Not declared yet");

    public string WhatIsUndeclared => In(
        "Dit lijken persoonsgegevens, en nergens staat wat het zijn. Zet de regel code in de kaart van dat onderdeel, een ",
        "These seem to be personal data, and nothing says what they are. Put the line of code in the map of that part, an ");

    public string Otherwise => In("Zijn het toch geen persoonsgegevens? Schrijf dan op waarom niet: ", "Not personal data after all? Then write down why not: ");

    public string WhyNotCode => In(".NotPersonal(\"waarom niet\", x => x.Veld)", ".NotPersonal(\"why not\", x => x.Field)");

    public string ChooseWhat => In("Kies zelf wat het is: ", "Choose what it is: ");

    public string Unplaced => In("Vastgelegd, maar nergens gevonden", "Declared, but found nowhere");

    public string WhatHasNoPlace => In(
        "Deze gegevens staan in het register, maar nergens staat waar je ze bewaart. Wijs de velden aan, leg de plek buiten de software vast, of haal ze uit het register als je ze niet bewaart.",
        "These data are in the register, but nothing says where you keep them. Name the fields, declare the place outside the software, or take them out of the register if you do not keep them.");

    public string WhatHasNoDate => In(
        "Vanaf deze momenten loopt een bewaartermijn, maar nergens staat wanneer ze waren. Zo is een termijn nooit voorbij. Wijs het veld met de datum aan.",
        "A period runs from these moments, but nothing says when they were. So a period is never over. Name the field with the date.");

    public string Outside => In("Buiten de software", "Outside the software");

    public string ByHand => In(
        "Hier kan de software niet bij. Vraagt iemand om zijn gegevens, of moeten ze weg? Dan moet een mens hier aan het werk.",
        "The software cannot reach these places. Does somebody ask for their data, or must data go? Then a person has to work here.");

    public string NothingOutside => In(
        "Er is niets buiten de software vastgelegd. Bewaar je iets op papier, in een mailprogramma of bij de boekhouder? Leg dat dan ook vast: ",
        "Nothing outside the software is declared. Do you keep anything on paper, in a mail program or with the accountant? Then declare that too: ");

    public string Declared => In("Wat al is vastgelegd", "What is declared already");

    public string Part => In("Onderdeel", "Part");

    public string Whose => In("Van wie", "Whose");

    public string Fields => In("Velden", "Fields");

    public string What => In("Wat", "What");

    public string How => In("Zo doe je dat", "How");

    public string Field => In("Veld", "Field");

    public string WhyNot => In("Waarom niet", "Why not");

    public string Nothing => In("Hierover is nog niets vastgelegd.", "Nothing is declared about this yet.");

    public string Introduction(string controller) => In(
        $"Wat de software van {controller} opslaat, vergeleken met wat over persoonsgegevens is vastgelegd.",
        $"What the software of {controller} stores, compared with what is declared about personal data.");

    public string Open(int points) => points == 1
        ? In("Er staat nog 1 punt open.", "1 point is still open.")
        : In($"Er staan nog {points} punten open.", $"{points} points are still open.");

    public string MapMissing(string entity) => In($"Er is nog geen kaart van {entity}. Begin er een: ", $"There is no map of {entity} yet. Begin one: ");

    public string BelongsTo(string entity, string target) => In(
        $"{entity} hoort bij {target}, en daar staan mensen in. Er is nog geen kaart van {entity}. Begin er een: ",
        $"{entity} belongs to {target}, and that is about people. There is no map of {entity} yet. Begin one: ");

    public string UsedFor(IEnumerable<string> activities) => In($"Gebruikt voor: {words.And(activities)}.", $"Used for: {words.And(activities)}.");

    public string DeclaredIn(string store) => In($"Vastgelegd in {store}", $"Declared in {store}");

    public string NotPersonalIn(string store) => In($"Geen persoonsgegevens in {store}", $"Not personal in {store}");

    public string WithoutSign(IEnumerable<string> entities) => In(
        $"Zonder teken van persoonsgegevens: {words.And(entities)}. Kijk zelf of dat klopt.",
        $"Without a sign of personal data: {words.And(entities)}. See for yourself whether that is right.");

    /// <summary>Why a property looks like personal data.</summary>
    public string Because(Suspicion suspicion)
    {
        var (sign, meaning) = (suspicion.Sign, suspicion.Word is { } word ? In(DutchMeanings.Of(word), word.Meaning) : "");
        return suspicion.Ground switch
        {
            SuspicionGround.Mark => In($"De software zelf noemt dit een persoonsgegeven: {sign}.", $"The software itself calls this personal data: {sign}."),
            SuspicionGround.Row => In("Het staat bij de gegevens van een mens.", "It stands with the data of a person."),
            SuspicionGround.Type => In($"Het is van het type {sign}. Dat wijst op {meaning}.", $"Its type is {sign}. That points to {meaning}."),
            SuspicionGround.NameBesideOthers => In(
                $"In de naam staat ‘{sign}’. Naast andere persoonsgegevens wijst dat op {meaning}.",
                $"Its name holds ‘{sign}’. Beside other personal data that points to {meaning}."),
            _ when AbbreviatedWords.Contains(sign) => In(
                $"In de naam staat de afkorting ‘{sign}’. Dat wijst op {meaning}.",
                $"Its name holds the abbreviation ‘{sign}’. That points to {meaning}."),
            _ => In($"In de naam staat ‘{sign}’. Dat wijst op {meaning}.", $"Its name holds ‘{sign}’. That points to {meaning}."),
        };
    }

    private string In(string dutch, string english) => words.Language == Language.Dutch ? dutch : english;
}
