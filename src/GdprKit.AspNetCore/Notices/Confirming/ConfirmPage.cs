using GdprKit.Documents;
using Microsoft.AspNetCore.Http;

namespace GdprKit;

/// <summary>The notice with the button below it, as a page of its own.</summary>
internal static class ConfirmPage
{
    public static IResult Show(ShownNotice shown)
    {
        var isOpen = shown.Delivery.AcknowledgedAt is null;
        var (above, below) = isOpen ? (Invitation(shown) + Form(shown), Form(shown)) : (Thanks(shown.Language) + Announcement(shown), "");
        return AnswerPage.Of(shown.Text.Title, shown.Language, above + shown.Text.ToHtmlFragment(1) + below);
    }

    public static IResult NoLonger(Language language)
    {
        var isDutch = language == Language.Dutch;
        var document = new Document(isDutch ? "Deze link werkt niet meer" : "This link works no more", language, [])
        {
            Introduction =
            [
                new DocumentBlock.Paragraph(isDutch
                    ? "De link is verlopen, of niet heel overgekomen. Je hoeft niets te doen: er verandert niets als je niet reageert."
                    : "The link has expired, or did not come over whole. You need not do anything: nothing changes if you do not answer."),
                new DocumentBlock.Paragraph([new Inline.Code(WebMessages.LinkNotOurs)]),
            ],
        };
        return Results.Content(document.ToHtml(), AnswerPage.Html, statusCode: StatusCodes.Status404NotFound);
    }

    private static string Form(ShownNotice shown) =>
        $"<form method=\"post\"><input type=\"hidden\" name=\"{ConfirmEndpoints.ShownField}\" value=\"{shown.Version.Digest}\"><p><button type=\"submit\">{AnswerPage.Encode(ReadLabel.In(shown.Language))}</button></p></form>\n";

    private static string Invitation(ShownNotice shown)
    {
        var isDutch = shown.Language == Language.Dutch;
        var (which, rest) = isDutch
            ? (shown.HoldsFrom is null ? "Dit is onze privacyverklaring." : "Dit is onze nieuwe privacyverklaring.", "Heb je haar gelezen, dan kun je dat met de knop laten weten. Het hoeft niet, en er hangt niets van af.")
            : (shown.HoldsFrom is null ? "This is our privacy notice." : "This is our new privacy notice.", "When you have read it, you can let us know with the button. You need not, and nothing depends on it.");
        return $"<div class=\"gdprkit-callout\"><p>{AnswerPage.Encode($"{which} {rest}")}</p>{Announcement(shown)}</div>\n";
    }

    // A text that is announced is not yet what is done, and whoever reads it must see that.
    private static string Announcement(ShownNotice shown)
    {
        if (shown.HoldsFrom is not { } day)
        {
            return "";
        }

        var isDutch = shown.Language == Language.Dutch;
        var holds = isDutch ? $"Zij geldt vanaf {RegisterWording.In(Language.Dutch).Date(day)}." : $"It holds from {RegisterWording.In(Language.English).Date(day)}.";
        var news = (shown.Delivery.AcknowledgedAt is null ? shown.Version.News : shown.Version.Summary).TryGet(shown.Language, out var written) ? $"{(isDutch ? "Wat is er nieuw?" : "What is new?")} {written}" : "";
        return $"<p>{AnswerPage.Encode($"{holds} {news}".TrimEnd())}</p>";
    }

    private static string Thanks(Language language) =>
        $"<p role=\"status\"><strong>{AnswerPage.Encode(language == Language.Dutch ? "Dank je. We hebben vastgelegd dat je dit hebt gelezen." : "Thank you. We recorded that you read this.")}</strong></p>\n";
}
