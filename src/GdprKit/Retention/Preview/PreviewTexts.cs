using GdprKit.Documents;
using NodaTime;

namespace GdprKit.Retention;

/// <summary>What a preview says of its own accord, in Dutch and English, for somebody who keeps a shop.</summary>
internal sealed class PreviewTexts(RegisterWording words)
{
    public string Title => In("Wat er weg zou gaan", "What would go");

    public string Contents => In("Inhoud", "Contents");

    public string OnlyCounted => In("Er is niets verwijderd. Dit is alleen geteld.", "Nothing was removed. This was only counted.");

    public string RowsStay => In("In rijen die blijven, zouden gegevens verdwijnen:", "In rows that stay, data would go:");

    public string SomeUnknown => In("Van sommige gegevens weet niemand wanneer ze weg mogen. Die blijven bewaard. ", "Of some data nobody knows when they may go. They are kept. ");

    public string SeeUnknown => In("Kijk wat daaraan te doen is.", "See what can be done about it.");

    public string NoMap => In(
        "Er is niets te tellen. De software heeft nog niet gezegd waar persoonsgegevens staan.",
        "There is nothing to count. The software has not said yet where personal data are.");

    public string Overview => In("In het kort", "At a glance");

    public string OverviewCaption => In("Wat er per soort rijen zou gebeuren", "What would happen to each kind of rows");

    public string Rows => In("Rijen", "Rows");

    public string Total => In("Nu", "Now");

    public string Going => In("Gaan weg", "Go");

    public string Staying => In("Blijven, zonder deze gegevens", "Stay, without these data");

    public string Unknown => In("Wat niemand weet", "What nobody knows");

    public string UnknownIntroduction => In(
        "Deze gegevens blijven bewaard, omdat niet bekend is wanneer ze weg mogen. Zonder dat iemand iets doet, blijft dat zo.",
        "These data are kept, because it is not known when they may go. Unless somebody does something, that stays so.");

    public string UnknownCaption => In("Bewaard zonder einde", "Kept without end");

    public string Data => In("Gegevens", "Data");

    public string Why => In("Waarom", "Why");

    public string WhatToDo => In("Wat eraan te doen is", "What can be done");

    public string Charts => In("Nu en later", "Now and later");

    public string Counting => In(
        "We tellen hier gegevens: één veld van één rij. Een telefoonnummer van 10 klanten zijn 10 gegevens.",
        "Here we count values: one field of one row. A phone number of 10 customers is 10 values.");

    public string Unit => In("gegevens", "values");

    public string PerMonth => In("Komt aan de beurt, per maand", "Becomes due, per month");

    public string Month => In("Maand", "Month");

    public string PerCategory => In("Aan de beurt, per soort gegeven", "Due, per kind of data");

    public string Category => In("Soort gegeven", "Kind of data");

    public string Now => In("nu", "now");

    public string Others => In("overige", "others");

    public string NothingDueNow => In("Er is nu niets aan de beurt.", "Nothing is due now.");

    public string DueCaption => In("Aan de beurt, en nog nodig", "Due, and still needed");

    public string Due => In("Aan de beurt", "Due");

    public string WhatHappens => In("Wat er gebeurt", "What happens");

    public string ToArchive => In("Naar het archief", "To the archive");

    public string NeededFor => In("Nog nodig voor", "Still needed for");

    public string SinceCaption => In("Sinds wanneer, en voorbeelden", "Since when, and examples");

    public string Since => In("Sinds", "Since");

    public static string Nothing => "–";

    public string Indexes => In("Sneller tellen", "Counting faster");

    public string IndexesIntroduction => In(
        "Dit is voor wie de database beheert. Om te tellen leest de database nu hele tabellen. Met deze indexen hoeft dat niet. Aan wat er verdwijnt, veranderen ze niets.",
        "This is for who looks after the database. To count, the database now reads whole tables. With these indexes it need not. They change nothing of what goes.");

    public string IndexesCaption => In("Indexen die ontbreken", "Indexes that are missing");

    public string Table => In("Tabel", "Table");

    public string Columns => In("Kolommen", "Columns");

    public string Statement => In("Opdracht die de index maakt", "Statement that makes the index");

    public string IndexIsDeclared => In(
        "De toepassing kent deze index al. Hij komt er ook als haar migraties worden uitgevoerd.",
        "The application has this index in its model. It also comes when its migrations are applied.");

    public string GoWithTheirRow => In("Deze rijen bevatten zelf niets. Ze gaan mee met de rij waar ze bij horen.", "These rows hold nothing of their own. They go along with the row that they belong to.");

    public string Answer(LocalDate today, string rows, bool single) => In(
        $"Vandaag, {words.Date(today)}, {(single ? "zou" : "zouden")} {rows} verdwijnen.",
        $"Today, {words.Date(today)}, {rows} would go.");

    public string NoRowGoes(LocalDate today) => In(
        $"Vandaag, {words.Date(today)}, zou geen enkele rij verdwijnen.",
        $"Today, {words.Date(today)}, no row would go.");

    public string NothingHappens(LocalDate today) => In($"Vandaag, {words.Date(today)}, zou er niets verdwijnen.", $"Today, {words.Date(today)}, nothing would go.");

    public string Archived(string rows, string data) => In($"{rows}: {data}, naar het archief", $"{rows}: {data}, to the archive");

    public string IntoArchive(string rows) => In($"Naar het archief: {rows}. De toepassing laat ze daarna niet meer zien.", $"To the archive: {rows}. The application does not show them any more then.");

    public string OutOfArchive(string rows) => In($"Terug uit het archief, omdat ze weer nodig zijn: {rows}.", $"Back from the archive, because they are needed again: {rows}.");

    public string RowsAndGoing(string rows, string going) => In($"Rijen: {rows}. Daarvan gaan helemaal weg: {going}.", $"Rows: {rows}. Of these go entirely: {going}.");

    public string OnHold(string rows) => In(
        $"Daarvan blijven voorlopig staan, omdat er een verwijderstop of een beperking op rust: {rows}.", $"Of these stay for now, because a hold or a restriction keeps them: {rows}.");

    public string Waits(string rows) => In($"{rows} × wacht op het einde van een verwijderstop of een beperking", $"{rows} × waits for the end of a hold or a restriction");

    public string GoesWithRow(string rows) => In($"{rows} × weg met de hele rij", $"{rows} × gone with the whole row");

    public string NextMonths(int months) => In($"komende {months} maanden", $"next {months} months");

    public string NothingBecomesDue(int months) => In($"De komende {months} maanden komt er niets bij.", $"In the next {months} months nothing becomes due.");

    public string DueLater(string values) => In($"Daarna, of nog onbekend: {values} gegevens.", $"After that, or not known yet: {values} values.");

    public string Year(int year, bool orEarlier) => orEarlier ? In($"{year} of eerder", $"{year} or earlier") : $"{year}";

    public string Examples(string key) => In($"Voorbeelden ({key})", $"Examples ({key})");

    public string BelongToNoRow => In("Deze rijen bevatten zelf niets, en horen bij geen rij waarmee ze weg kunnen. Ze blijven.", "These rows hold nothing of their own, and belong to no row with which they could go. They stay.");

    public string Purpose(IndexPurpose purpose) => purpose switch
    {
        IndexPurpose.FindByDate => In("Vindt de rijen die aan de beurt zijn, ook als dat er weinig zijn.", "Finds the rows that are due, also when they are few."),
        IndexPurpose.FindRelated => In("Vindt bij elke rij de rijen die daarbij horen.", "Finds for every row the rows that belong to it."),
        _ => Nothing,
    };

    public InlineText IndexesUnknown(string store) => In(
        ["Van ", new Inline.Code(store), " was niet te zien welke indexen er zijn. Wat is geteld, klopt wel. Ging er iets mis, dan staat het in het logboek van de toepassing onder "],
        ["The indexes of ", new Inline.Code(store), " could not be looked at. What was counted is right all the same. If something went wrong, the log of the application says it under "]);

    public string DateNotMapped(string happened) => In(
        $"De software zegt nog niet waar de datum staat van {happened}. Wie de software maakt, kan dat erin schrijven.",
        $"The software does not say yet where the date of {happened} is. Who makes the software can write that in it.");

    public string Name(YearMonth month) => MonthNames.Write(month, words.Language);

    public string Origin(RetentionPreview preview, DateTimeZone zone) => In(
        $"Geteld op {Moment(preview.MadeAt, zone)}. Wie dit goedkeurt, noemt deze code: {preview.Digest}. Regels: register {preview.Register}.",
        $"Counted on {Moment(preview.MadeAt, zone)}. Who approves this names this code: {preview.Digest}. Rules: register {preview.Register}.");

    private string Moment(Instant instant, DateTimeZone zone)
    {
        var local = instant.InZone(zone).LocalDateTime;
        return In($"{words.Date(local.Date)} om {local:HH':'mm}", $"{words.Date(local.Date)} at {local:HH':'mm}");
    }

    private InlineText In(InlineText dutch, InlineText english) => words.Language == Language.Dutch ? dutch : english;

    private string In(string dutch, string english) => words.Language == Language.Dutch ? dutch : english;
}
