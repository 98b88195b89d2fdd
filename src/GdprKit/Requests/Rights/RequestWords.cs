using GdprKit.Ledger;

namespace GdprKit.Requests;

/// <summary>What happened to a request, in plain words; without who did it.</summary>
internal static class RequestWords
{
    public static string OfReceived(Entry<RequestReceived> entry, EntryWords words)
    {
        var (facts, on, due) = (entry.Facts, words.Words.Date(entry.Facts.On), words.Words.Date(entry.Facts.Dates.NominalDue));
        return words.Choose(
            $"Op {on} kwam {Through(facts.Through, words)} {What(facts, words)} binnen. Uiterlijk op {due} volgt een antwoord.",
            $"On {on} {What(facts, words)} came {Through(facts.Through, words)}. It is answered by {due} at the latest.");
    }

    public static string OfClarificationAsked(Entry<RequestAsked> entry, EntryWords words) => words.Choose(
        $"Op {On(entry.Facts, words)} is gevraagd wat er precies wordt bedoeld.{Clock(entry.Facts, words)}",
        $"On {On(entry.Facts, words)} it was asked what exactly is meant.{Clock(entry.Facts, words)}");

    public static string OfClarified(Entry<RequestAnswered> entry, EntryWords words) => words.Choose(
        $"Op {On(entry.Facts, words)} kwam het antwoord op die vraag. Uiterlijk op {Due(entry.Facts, words)} volgt een antwoord op het verzoek.",
        $"On {On(entry.Facts, words)} that question was answered. The request is answered by {Due(entry.Facts, words)} at the latest.");

    public static string OfIdentityAsked(Entry<RequestAsked> entry, EntryWords words) => words.Choose(
        $"Op {On(entry.Facts, words)} is gevraagd te laten zien wie het verzoek doet, omdat daar twijfel over is.{Clock(entry.Facts, words)}",
        $"On {On(entry.Facts, words)} it was asked to show who makes the request, because there is doubt about it.{Clock(entry.Facts, words)}");

    public static string OfIdentityConfirmed(Entry<RequestAnswered> entry, EntryWords words) => words.Choose(
        $"Op {On(entry.Facts, words)} is vastgesteld wie het verzoek doet. Wat daarvoor is getoond, is niet bewaard. Uiterlijk op {Due(entry.Facts, words)} volgt een antwoord.",
        $"On {On(entry.Facts, words)} it was established who makes the request. What was shown for it was not kept. It is answered by {Due(entry.Facts, words)} at the latest.");

    public static string OfAccepted(Entry<RequestAccepted> entry, EntryWords words) => words.Choose(
        $"Het verzoek is op {On(entry.Facts, words)} toegewezen.", $"The request was granted on {On(entry.Facts, words)}.");

    public static string OfRefused(Entry<RequestRefused> entry, EntryWords words) => words.Choose(
        $"Het verzoek is op {On(entry.Facts, words)} afgewezen: {Why(entry.Facts, words)}.", $"The request was refused on {On(entry.Facts, words)}: {Why(entry.Facts, words)}.");

    public static string OfRefusedInPart(Entry<RequestRefused> entry, EntryWords words) => words.Choose(
        $"Het verzoek is op {On(entry.Facts, words)} voor een deel afgewezen: {Why(entry.Facts, words)}. De rest is toegewezen.",
        $"The request was refused in part on {On(entry.Facts, words)}: {Why(entry.Facts, words)}. The rest was granted.");

    public static string OfExtended(Entry<RequestExtended> entry, EntryWords words) => words.Choose(
        $"Op {On(entry.Facts, words)} is verteld dat het antwoord meer tijd kost, en waarom. Het komt uiterlijk op {words.Words.Date(entry.Facts.Until)}.",
        $"On {On(entry.Facts, words)} it was told that the answer takes longer, and why. It comes by {words.Words.Date(entry.Facts.Until)} at the latest.");

    public static string OfFulfilled(Entry<RequestFulfilled> entry, EntryWords words) => entry.Facts.Means is RightsFulfilmentMeans.AtOnce
        ? words.Choose("Het bezwaar ging meteen in: er komt geen reclame meer.", "The objection took effect at once: no more marketing is sent.")
        : words.Choose($"Het verzoek is op {On(entry.Facts, words)} uitgevoerd.", $"The request was carried out on {On(entry.Facts, words)}.");

    public static string OfWithdrawn(Entry<RequestStep> entry, EntryWords words) => words.Choose(
        $"Het verzoek is op {On(entry.Facts, words)} ingetrokken.", $"The request was taken back on {On(entry.Facts, words)}.");

    public static string OfReopened(Entry<RequestStep> entry, EntryWords words) => words.Choose(
        $"Het verzoek is op {On(entry.Facts, words)} opnieuw in behandeling genomen.", $"The request was opened again on {On(entry.Facts, words)}.");

    public static string OfMerged(Entry<RequestMerged> entry, EntryWords words) => words.Choose(
        $"Sinds {On(entry.Facts, words)} wordt dit verzoek samen met een eerder verzoek behandeld.", $"Since {On(entry.Facts, words)} this request is handled together with an earlier one.");

    public static string OfJoined(Entry<RequestMerged> entry, EntryWords words) => words.Choose(
        $"Sinds {On(entry.Facts, words)} wordt een later verzoek om hetzelfde hier mee behandeld.", $"Since {On(entry.Facts, words)} a later request for the same is handled along with this one.");

    public static string OfAssigned(Entry<RequestStep> entry, EntryWords words) => words.Choose(
        $"Op {On(entry.Facts, words)} is vastgesteld van wie dit verzoek kwam.", $"On {On(entry.Facts, words)} it was established whose request this is.");

    public static string OfMoved(Entry<RequestStep> entry, EntryWords words) => words.Choose(
        $"Sinds {On(entry.Facts, words)} staat dit verzoek bij de persoon van wie het kwam.", $"Since {On(entry.Facts, words)} this request is with the person who made it.");

    public static string OfExported(Entry<RequestExported> entry, EntryWords words) => words.Choose(
        $"Op {On(entry.Facts, words)} is een kopie van de gegevens gemaakt. De kopie is korte tijd met een link op te halen en wordt daarna verwijderd.",
        $"On {On(entry.Facts, words)} a copy of the data was made. It can be fetched with a link for a short time and is removed afterwards.");

    public static string OfExportFetched(Entry<RequestExportFetched> entry, EntryWords words) => words.Choose(
        $"De kopie van de gegevens is op {On(entry.Facts, words)} opgehaald.", $"The copy of the data was fetched on {On(entry.Facts, words)}.");

    public static string OfOpened(Entry<RequestStep> entry, EntryWords words) => words.Choose(
        $"Een medewerker van {words.Register.Controller.Name} heeft het verzoek op {On(entry.Facts, words)} ingezien.",
        $"A member of staff of {words.Register.Controller.Name} looked at the request on {On(entry.Facts, words)}.");

    private static string On(IRequestFacts facts, EntryWords words) => words.Words.Date(facts.On);

    private static string Due(RequestAnswered facts, EntryWords words) => words.Words.Date(facts.Dates.NominalDue);

    private static string Clock(RequestAsked facts, EntryWords words) => facts.StopsTheClock
        ? words.Choose(" Tot het antwoord er is, staat de termijn stil.", " Until it is answered, the period stands still.")
        : "";

    private static string What(RequestReceived facts, EntryWords words) => facts.Kind switch
    {
        RightsRequestKind.Access => words.Choose("een verzoek om inzage", "a request for access"),
        RightsRequestKind.Rectification => words.Choose("een verzoek om gegevens te verbeteren", "a request to correct data"),
        RightsRequestKind.Erasure => words.Choose("een verzoek om gegevens te wissen", "a request to erase data"),
        RightsRequestKind.Restriction => words.Choose($"een verzoek om {Data(facts, words)} wel te bewaren en niet te gebruiken", $"a request to keep {Data(facts, words)} and not use them"),
        RightsRequestKind.Portability => words.Choose("een verzoek om gegevens mee te nemen", "a request to take data along"),
        RightsRequestKind.Objection => words.Choose($"een bezwaar tegen {Against(facts, words)}", $"an objection to {Against(facts, words)}"),
        _ => words.Choose("een verzoek", "a request"),
    };

    private static string Data(RequestReceived facts, EntryWords words) => facts.Activity is { } activity
        ? words.Choose($"de gegevens voor ‘{words.Name(activity)}’", $"the data for “{words.Name(activity)}”")
        : words.Choose("gegevens", "data");

    private static string Against(RequestReceived facts, EntryWords words) => facts.Activity is { } activity
        ? words.Choose($"‘{words.Name(activity)}’", $"“{words.Name(activity)}”")
        : words.Choose("reclame", "direct marketing");

    private static string Through(RightsRequestChannel channel, EntryWords words) => channel switch
    {
        RightsRequestChannel.PrivacyCentre => words.Choose("via de privacypagina", "through the privacy page"),
        RightsRequestChannel.Email => words.Choose("per e-mail", "by e-mail"),
        RightsRequestChannel.Letter => words.Choose("per brief", "by letter"),
        RightsRequestChannel.Phone => words.Choose("per telefoon", "by telephone"),
        RightsRequestChannel.InPerson => words.Choose("mondeling", "in person"),
        _ => words.Choose("langs een onbekende weg", "in a way that is not known here"),
    };

    private static string Why(RequestRefused facts, EntryWords words)
    {
        var why = facts.Ground switch
        {
            RightsRequestGround.ManifestlyUnfounded => words.Choose("het is duidelijk ongegrond", "it is manifestly unfounded"),
            RightsRequestGround.Excessive => words.Choose("het is buitensporig", "it is excessive"),
            RightsRequestGround.CannotIdentify => words.Choose("er is niet vast te stellen om wiens gegevens het gaat", "it cannot be established whose data are meant"),
            RightsRequestGround.RestrictedByLaw => words.Choose("een wet beperkt dit recht", "a law restricts this right"),
            RightsRequestGround.ConditionsNotMet => words.Choose("het recht geldt hier niet", "the right does not apply here"),
            RightsRequestGround.RightsOfOthers => words.Choose("het zou de rechten van anderen schaden", "it would infringe the rights of others"),
            RightsRequestGround.FreedomOfExpression => words.Choose("de vrijheid van meningsuiting en informatie gaat voor", "freedom of expression and information comes first"),
            RightsRequestGround.LegalObligation => words.Choose("de wet verplicht om de gegevens te bewaren", "the law demands that the data are kept"),
            RightsRequestGround.PublicHealth => words.Choose("de volksgezondheid heeft de gegevens nodig", "public health needs the data"),
            RightsRequestGround.Archiving => words.Choose("de gegevens zijn nodig voor archief, onderzoek of statistiek", "the data are needed for archiving, research or statistics"),
            RightsRequestGround.LegalClaims => words.Choose("de gegevens zijn nodig voor een rechtsvordering", "the data are needed for a legal claim"),
            RightsRequestGround.CompellingGrounds => words.Choose("dwingende redenen wegen zwaarder", "compelling grounds weigh more"),
            _ => words.Choose("op een grond die hier niet bekend is", "on a ground that is not known here"),
        };
        return RightsRequestGrounds.ArticleOf(facts.Kind, facts.Ground) is { } article ? words.Choose($"{why} (art. {article} AVG)", $"{why} (Art. {article} GDPR)") : why;
    }
}
