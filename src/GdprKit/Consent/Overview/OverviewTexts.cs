namespace GdprKit.Consent;

/// <summary>The words of an overview of consents, in Dutch and English.</summary>
internal sealed class OverviewTexts(Language language)
{
    public RegisterWording Words { get; } = RegisterWording.In(language);

    public string Title => In("Wie heeft waar toestemming voor gegeven?", "Who consented to what?");

    public string Introduction => In(
        "Hier staan alleen aantallen: hoeveel mensen ja zeiden, nee zeiden of hun toestemming introkken.",
        "Here are numbers only: how many people said yes, said no, or took their consent back.");

    public string NothingAsked => In(
        "Jullie register vraagt nergens toestemming voor. Er is dus niets te tellen.",
        "Your register asks for consent to nothing. So there is nothing to count.");

    public string Today => In("Nu", "Now");

    public string Standing => In("Waar iedereen nu staat", "Where everybody stands now");

    public string People => In("mensen", "people");

    public string Asked => In("Waarvoor", "What for");

    public string Month => In("Maand", "Month");

    public string HowCounted => In(
        "Zo is geteld: iedereen telt per onderwerp één keer mee, met het laatste wat is vastgelegd, in de maand waarin dat gebeurde. Wie ja zei, introk en later weer ja zei, telt alleen bij die laatste ja. Is een toestemming verlopen, dan telt die in de maand van het ja én in de maand van het verlopen. Wie nog moet bevestigen dat het adres klopt, telt bij ja.",
        "This is how it was counted: everybody counts once for each subject, by the last that was recorded, in the month in which it was. Who said yes, took it back and said yes again later counts at that last yes only. Consent that expired counts in the month of the yes and in the month in which it expired. Who still has to confirm that the address is theirs counts at yes.");

    public string PerMonth(string topic) => In($"{topic}: per maand", $"{topic}: per month");

    public string Over(string activity, string channel) => In($"{activity} via {channel}", $"{activity} by {channel}");

    public string NothingInMonths(int months) => months == 1
        ? In("Deze maand is er niets veranderd.", "Nothing changed this month.")
        : In($"In de laatste {months} maanden is er niets veranderd.", $"Nothing changed in the last {months} months.");

    public string Undeclared(string number) => In(
        $"Niet meegeteld: {number} keer toestemming voor iets wat het register niet meer vraagt.",
        $"Not counted: consent to something that the register does not ask any more, {number} times.");

    public string Unreadable(string number) => In(
        $"Niet in de grafiek: {number}, vastgelegd door een nieuwere versie van dit programma.",
        $"Not in the chart: {number}, recorded by a newer version of this program.");

    public string CountedOn(string day) => In($"Geteld op {day}.", $"Counted on {day}.");

    public string State(ConsentStatus status) => status switch
    {
        ConsentStatus.Given => In("Ja", "Yes"),
        ConsentStatus.Requested => In("Nog geen antwoord", "No answer yet"),
        ConsentStatus.Refused => In("Nee", "No"),
        ConsentStatus.Withdrawn => In("Ingetrokken", "Taken back"),
        ConsentStatus.Revoked => In("Door ons beëindigd", "Ended by us"),
        ConsentStatus.Expired => In("Verlopen", "Expired"),
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };

    public string Event(ConsentStatus status) => status switch
    {
        ConsentStatus.Given => In("Ja gezegd", "Said yes"),
        ConsentStatus.Requested => In("Gevraagd", "Asked"),
        ConsentStatus.Refused => In("Nee gezegd", "Said no"),
        _ => State(status),
    };

    private string In(string dutch, string english) => Words.Language == Language.Dutch ? dutch : english;
}
