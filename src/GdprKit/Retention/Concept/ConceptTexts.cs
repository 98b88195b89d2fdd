using NodaTime;

namespace GdprKit.Retention;

/// <summary>What a deletion concept says of its own accord, in Dutch and English; the rest are the words of the register and of retention.</summary>
internal sealed class ConceptTexts(RegisterWording words)
{
    public string Title => In("Verwijderconcept", "Deletion concept");

    public string Contents => In("Inhoud", "Contents");

    public string Responsible => In("Verantwoordelijk", "Responsible");

    public string Officer => In("Functionaris (FG)", "Data protection officer");

    public string Date => In("Datum", "Date");

    public string Register => In("Register", "Register");

    public string Attention => In("Wat eerst moet worden opgelost", "What must be resolved first");

    public string NothingToResolve => In("Er is niets dat eerst moet worden opgelost.", "There is nothing that must be resolved first.");

    public string ForDevelopers => In("Voor wie de toepassing bouwt", "For who builds the application");

    public string MessagesAreEnglish => In(
        "Wat in de code moet worden aangevuld. Deze meldingen zijn in het Engels.",
        "What must be added in the code.");

    public string Order => In("Volgorde", "Order");

    public string OrderIntroduction => In(
        "Rijen gaan in deze volgorde weg. Wat naar andere rijen verwijst, gaat daarvóór.",
        "Rows go in this order. What refers to other rows goes before them.");

    public string OrderCaption => In("Welke rijen wanneer gaan", "Which rows go when");

    public string NothingPlanned => In(
        "De toepassing zegt nog niet waar persoonsgegevens staan. Zonder dat kan er niets volgens een regel worden verwijderd.",
        "The application does not say yet where personal data are. Without that, nothing can be removed by a rule.");

    public string Rows => In("Rijen", "Rows");

    public string Row => In("De rij", "The row");

    public string Holds => In("Wat erin staat", "What they hold");

    public string Whose => In("Van wie", "Whose");

    public string FieldsCaption => In("Wat er met elk veld gebeurt als niets het meer nodig heeft", "What happens to each field when nothing needs it any more");

    public string Field => In("Veld", "Field");

    public string Data => In("Gegeven", "Data");

    public string WhatHappens => In("Wat er gebeurt", "What happens");

    public string ActivitiesCaption => In("Waarvoor de velden nodig zijn", "What the fields are needed for");

    public string Activity => In("Verwerking", "Activity");

    public string HowLong => In("Hoe lang", "How long");

    public string Basis => In("Grondslag", "Lawful basis");

    public string CountsFrom => In("Telt vanaf", "Counts from");

    public string WhenConsentEnds => In("het einde van de toestemming", "the end of the consent");

    public string NoEnd => In("geen einddatum", "no end");

    public string DateUnknown => In("staat niet in deze rijen: bewaard en gemeld", "not in these rows: kept and reported");

    public string DateInField => In("veld", "field");

    public string DateComputed => In("berekend door de toepassing", "computed by the application");

    public string UsedByNothing => In(
        "Geen enkele verwerking gebruikt deze velden. Niemand weet wanneer ze weg mogen. Ze worden bewaard en gemeld.",
        "No activity uses these fields. Nobody knows when they may go. They are kept and reported.");

    public string DependentsCaption => In("Wat naar deze rijen verwijst", "What refers to these rows");

    public string RefersHere => In("Rijen die verwijzen", "Rows that refer");

    public string RefersBy => In("Verwijst met", "Refers by");

    public string NothingRefers => In("Niets verwijst naar deze rijen.", "Nothing refers to these rows.");

    public string Replace => In("de velden vervangen of leegmaken", "replace or empty the fields");

    public string RowGoes => In(
        "De rij gaat weg zodra geen enkel veld meer nodig is.",
        "The row goes as soon as no field of it is needed.");

    public string RowGoesAfterOthers => In(
        "De rij gaat weg zodra geen enkel veld meer nodig is, en niets dat moet blijven ernaar verwijst.",
        "The row goes as soon as no field of it is needed, and nothing that has to stay refers to it.");

    public string RowGoesWithOwner => In(
        "Deze rijen bevatten zelf geen persoonsgegevens. Ze gaan weg met de rij waar ze bij horen.",
        "These rows hold no personal data of their own. They go with the row that they belong to.");

    public string RowBelongsToNone => In(
        "Deze rijen bevatten zelf geen persoonsgegevens, en horen bij geen rij waarmee ze weg kunnen. Ze blijven.",
        "These rows hold no personal data of their own, and belong to no row with which they could go. They stay.");

    public string RowGoesInShort => In("gaat weg als geen veld meer nodig is", "goes when no field is needed");

    public string RowGoesAlongInShort => In("gaat mee weg", "goes along");

    public string RowMayStayInShort => In("gaat weg of blijft met lege velden", "goes, or stays with empty fields");

    public string RowStaysInShort => In("blijft", "stays");

    public string ManualStores => In("Wat iemand met de hand opruimt", "What somebody removes by hand");

    public string ManualStoresCaption => In("Plekken buiten de toepassing", "Places outside the application");

    public string NoManualStores => In(
        "Er is niet vastgelegd dat er ook buiten de toepassing persoonsgegevens liggen.",
        "It is not declared that personal data are kept outside the application too.");

    public string Place => In("Plek", "Place");

    public string Task => In("Wat iemand moet doen", "What somebody must do");

    public string Backups => In("Back-ups", "Backups");

    public string Tasks => In("Wie doet wat", "Who does what");

    public string TasksCaption => In("In te vullen door de organisatie", "To be filled in by the organisation");

    public string Job => In("Taak", "Task");

    public string NameAndRole => In("Naam en functie", "Name and role");

    public string KeepUpToDate => In("Dit concept bijhouden", "Keep this concept up to date");

    public string Approve => In("Bekijken en goedkeuren wat weg gaat", "Look at what goes, and approve it");

    public string LookAfterUnknown => In("Gemelde rijen nakijken: waar een datum of een regel ontbreekt", "Look after reported rows: where a date or a rule is missing");

    public string OverwriteBackups => In("Back-ups op tijd overschrijven", "Overwrite backups in time");

    public string Signatures => In("Ondertekening", "Signatures");

    public string SignaturesIntroduction => In(
        "Wie hieronder tekent, heeft dit concept gelezen en stelt het vast.",
        "Who signs below has read this concept and adopts it.");

    public string SignaturesCaption => In("Handtekeningen", "Signatures");

    public string OnBehalfOf => In("Namens", "On behalf of");

    public string Name => In("Naam", "Name");

    public string Role => In("Functie", "Role");

    public string Signature => In("Handtekening", "Signature");

    public string Controller => In("Verwerkingsverantwoordelijke", "Controller");

    public string WhoWatches => In("Wie op privacy toeziet", "Who watches over privacy");

    public string Operations => In("Beheer van de toepassing", "Operation of the application");

    public string Introduction(string controller) => In(
        $"Wat {controller} doet met persoonsgegevens die niet meer nodig zijn ({words.Article("5(1)(e)")}). Hier staat welke gegevens het zijn, hoe lang ze blijven, vanaf welke dag dat telt, wat er daarna gebeurt, in welke volgorde, en wie ervoor zorgt.",
        $"What {controller} does with personal data that are no longer needed ({words.Article("5(1)(e)")}). It says which data these are, how long they stay, from which day that counts, what happens then, in which order, and who takes care of it.");

    public string StoredIn(string store) => In($"Opgeslagen in {store}", $"Stored in {store}");

    public string HoldsOf(string categories, string people) => In($"Hierin staan van {people}: {categories}.", $"These hold of {people}: {categories}.");

    public string Of(string people) => In($"Van {people}.", $"Of {people}.");

    public string InThisRow(string people) => In($"{people} (in deze rij zelf)", $"{people} (in this row itself)");

    public string ByWayOf(string people, string steps) => In($"{people} (via {steps})", $"{people} (by way of {steps})");

    public string OnlySomeRows(string entity) => In(
        $"Alleen voor een deel van de rijen; de kaart van {entity} zegt welke.",
        $"For some of the rows only; the map of {entity} says which.");

    public string Yields(string rule, string reason) => In($"Wijkt voor de regel “{rule}”: {reason}", $"Yields to the rule “{rule}”: {reason}");

    public string RowMayStay(string activities) => In(
        $"De rij gaat weg zodra geen enkel veld meer nodig is. Waar {activities} geldt, blijft de rij, met lege of vervangen velden.",
        $"The row goes as soon as no field of it is needed. Where {activities} applies, the row stays, with fields emptied or replaced.");

    public string RowStays(string activities) => In(
        $"De rij blijft. Voor {activities} worden velden leeggemaakt of vervangen, en niet gewist.",
        $"The row stays. For {activities}, fields are emptied or replaced, and not erased.");

    public string DateMissing(string rows, string happened, string fields) => In(
        $"{rows}: de toepassing zegt niet wanneer {happened} was. Wat daarvan afhangt, blijft bewaard en wordt gemeld: {fields}.",
        $"{rows}: the application does not say when {happened} was. What depends on it is kept and reported: {fields}.");

    public string WaitsForUnmapped(string rows, string others) => In(
        $"{rows}: een rij blijft zolang een rij van {others} ernaar verwijst. De toepassing zegt niet wanneer die weg mag.",
        $"{rows}: a row stays as long as a row of {others} refers to it. The application does not say when that may go.");

    public string RemoveFrom(string place) => In($"Opruimen: {place}", $"Remove from: {place}");

    public string Origin(Digest register, Digest concept, LocalDate madeOn) => In(
        $"Gemaakt op {words.Date(madeOn)} uit het register met hash {register} en de kaarten van de toepassing. Hash van de tekst zonder datum: {concept}. Zolang die hetzelfde is, is er niets veranderd.",
        $"Made on {words.Date(madeOn)} from the register with hash {register} and the maps of the application. Hash of the text without its date: {concept}. As long as it is the same, nothing has changed.");

    private string In(string dutch, string english) => words.Language == Language.Dutch ? dutch : english;
}
