using NodaTime;

namespace GdprKit.Requests;

/// <summary>What an export says between what is held, in the language of the person. What the register declares is said in its own words.</summary>
internal sealed class ExportTexts(RegisterWording words, string controller)
{
    public RegisterWording Words => words;

    public string Title(ExportScope scope) => scope.IsAccess
        ? Choose($"Jouw gegevens bij {controller}", $"Your data at {controller}")
        : Choose($"Jouw gegevens van {controller} om mee te nemen", $"Your data from {controller} to take along");

    public string Introduction(ExportScope scope, LocalDate on) => scope.IsAccess
        ? Choose(
            $"Dit is een kopie van de gegevens die {controller} op {words.Date(on)} over je had. Je hebt daar recht op ({words.Article("15")}). Onder de gegevens lees je waarvoor ze zijn, wie ze krijgt, hoelang ze blijven en wat je rechten zijn.",
            $"This is a copy of the data that {controller} held about you on {words.Date(on)}. You have a right to it ({words.Article("15")}). Below the data you read what they are for, who receives them, how long they stay and what your rights are.")
        : Choose(
            $"Dit zijn de gegevens die je op {words.Date(on)} van {controller} kunt meenemen: wat je zelf hebt gegeven, ook door onze diensten te gebruiken, en wat we met je toestemming of voor een overeenkomst gebruiken ({words.Article("20")}).",
            $"These are the data that you can take along from {controller} on {words.Date(on)}: what you provided yourself, also by using our services, and what we use with your consent or for a contract ({words.Article("20")}).");

    public string Forms => Choose(
        "Dezelfde gegevens staan in data.json en, per soort, als tabel in de map data. Die kun je in een ander programma openen.",
        "The same data are in data.json and, by kind, as tables in the folder data. You can open these in another program.");

    public string Contents => Choose("Inhoud", "Contents");

    public string Data => Choose("Wat er over je is vastgelegd", "What is recorded about you");

    public string NoData => Choose("We hebben geen gegevens over je gevonden.", "We found no data about you.");

    public string NothingIn(string tables) => Choose($"We hebben ook gezocht in: {tables}. Daar staat niets over je.", $"We also looked in: {tables}. There is nothing about you there.");

    public string Row => Choose("Nr.", "No.");

    public string FirstRows(int shown, long all, string file) => Choose(
        $"Hier staan de eerste {shown} van {all} rijen. Ze staan allemaal in {file}.", $"These are the first {shown} of {all} rows. All of them are in {file}.");

    public string Kind => Choose("Wat", "What");

    public string Field => Choose("Gegeven", "Field");

    public string Value => Choose("Waarde", "Value");

    public string Files => Choose("Bestanden", "Files");

    public string File => Choose("Bestand", "File");

    public string Withheld => Choose("Wat we hebben weggelaten", "What we left out");

    public string WithheldTexts(long count) => Choose(
        $"{(count == 1 ? "Eén tekst is" : $"{count} teksten zijn")} weggelaten, omdat daarin iemand anders genoemd kan worden ({words.Article("15(4)")}). Je kunt ons vragen om ze na te kijken.",
        $"{(count == 1 ? "One text was" : $"{count} texts were")} left out, because somebody else can be named in {(count == 1 ? "it" : "them")} ({words.Article("15(4)")}). You can ask us to look through {(count == 1 ? "it" : "them")}.");

    public string WithheldValue => Choose("(weggelaten)", "(left out)");

    public string Elsewhere => Choose("Wat met de hand wordt opgezocht", "What is looked up by hand");

    public string AboutElsewhere => Choose(
        "Op deze plaatsen kunnen ook gegevens over je staan. Een medewerker zoekt ze daar op; ze staan niet in dit bestand.",
        "There can be data about you in these places too. Somebody looks them up there; they are not in this file.");

    public string Until => Choose("Tot wanneer", "Until when");

    public string AboutUntil => Choose(
        "Vanaf deze dagen verdwijnen de gegevens. Waar twee dagen staan, verschilt het per rij.",
        "From these days on the data go. Where there are two days, it differs from row to row.");

    public string UntilCaption => Choose("Wanneer gegevens verdwijnen", "When data go");

    public string Category => Choose("Gegevens", "Data");

    public string FirstGoes => Choose("Eerste dag", "First day");

    public string LastGoes => Choose("Laatste dag", "Last day");

    public string NotKnown => Choose("nog niet bekend", "not yet known");

    public string History => Choose("Wat je koos en vroeg, en wat we deden", "What you chose and asked, and what we did");

    public string HistoryCaption => Choose("Wat er gebeurde", "What happened");

    public string When => Choose("Wanneer", "When");

    public string FirstEvents(int shown, long all) => Choose(
        $"Hier staan de eerste {shown} van {all} gebeurtenissen. Ze staan allemaal in data.json.", $"These are the first {shown} of {all} events. All of them are in data.json.");

    /// <summary>How a field is called in a table: by what it holds, and by its name.</summary>
    public string Heading(LocalizedText category, string name) => $"{words.AsHeading(words.Text(category))} ({name})";

    private string Choose(string nl, string en) => words.Language == Language.Dutch ? nl : en;
}
