using GdprKit.Documents;
using Microsoft.AspNetCore.Http;
using NodaTime;
using NodaTime.Text;

namespace GdprKit;

/// <summary>What a person sees behind the link to an export.</summary>
internal static class ExportPage
{
    private static readonly LocalTimePattern Time = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public static IResult Show(Language language, LocalDateTime until)
    {
        var (day, time) = (RegisterWording.In(language).Date(until.Date), Time.Format(until.TimeOfDay));
        var (title, text, label) = language == Language.Dutch
            ? ("Haal je gegevens op", $"Hier haal je de kopie van je gegevens op waar je om vroeg. Dat kan tot {day} om {time} uur. Het is een zipbestand; open daarin eerst index.html. Bewaar het op een plek waar niemand anders bij kan.", "Gegevens ophalen")
            : ("Fetch your data", $"Here you fetch the copy of your data that you asked for. You can until {time} on {day}. It is a ZIP file; open index.html in it first. Keep it where nobody else can get at it.", "Fetch data");
        return AnswerPage.Of(
            title, language, $"<h1>{AnswerPage.Encode(title)}</h1>\n<p>{AnswerPage.Encode(text)}</p>\n<form method=\"post\"><p><button type=\"submit\">{AnswerPage.Encode(label)}</button></p></form>\n");
    }

    public static IResult NoLonger(Language language)
    {
        var isDutch = language == Language.Dutch;
        var document = new Document(isDutch ? "Hier is niets op te halen" : "There is nothing to fetch here", language, [])
        {
            Introduction =
            [
                new DocumentBlock.Paragraph(isDutch
                    ? "De link is verlopen, of niet heel overgekomen. Vraag ons om een nieuwe kopie; dat kost niets."
                    : "The link has expired, or did not come over whole. Ask us for a new copy; it is free."),
                new DocumentBlock.Paragraph([new Inline.Code(WebMessages.ExportGone)]),
            ],
        };
        return Results.Content(document.ToHtml(), AnswerPage.Html, statusCode: StatusCodes.Status404NotFound);
    }
}
