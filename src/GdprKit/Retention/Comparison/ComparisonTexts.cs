using NodaTime;

namespace GdprKit.Retention;

/// <summary>What a comparison says of its own accord, in Dutch and English.</summary>
internal sealed class ComparisonTexts(RegisterWording words)
{
    public string Title => In("Wat een ander register zou veranderen", "What another register would change");

    public string More => In("Let op: hiermee gaat meer weg.", "Mind: with this, more goes.");

    public string LookFirst => In(
        "Wat weg is, komt niet terug. Bekijk eerst of dit de bedoeling is.",
        "What is gone does not come back. See first whether this is meant.");

    public string NoMore => In("Hiermee gaat vandaag niets extra weg.", "With this, nothing more goes today.");

    public string WholeRow => In("de hele rij", "the whole row");

    public string Fewer => In("Wat nu weg zou gaan, en dan blijft:", "What would go now, and stays then:");

    public string NoDifference => In(
        "Geen van beide registers maakt vandaag iets aan de beurt.",
        "Neither register makes anything due today.");

    public string Numbers => In("De aantallen", "The numbers");

    public string Caption => In("In hoeveel rijen gegevens weg mogen, wat erbij komt eerst", "In how many rows data may go, what is added first");

    public string Rows => In("Rijen", "Rows");

    public string Data => In("Gegevens", "Data");

    public string Now => In("Nu", "Now");

    public string Then => In("Dan", "Then");

    public string Added => In("Komt erbij", "Added");

    public string Gone => In("Valt af", "Left out");

    public string Introduction(LocalDate today) => In(
        $"Geteld voor {words.Date(today)}, met het register dat nu geldt en met het voorgestelde. Er is niets veranderd.",
        $"Counted for {words.Date(today)}, with the register that applies now and with the proposed one. Nothing was changed.");

    public string Origin(Digest current, Digest proposed) => In(
        $"Register dat geldt: {current}. Voorgesteld register: {proposed}.",
        $"Register that applies: {current}. Proposed register: {proposed}.");

    private string In(string dutch, string english) => words.Language == Language.Dutch ? dutch : english;
}
