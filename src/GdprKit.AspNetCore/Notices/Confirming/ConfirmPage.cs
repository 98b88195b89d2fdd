using System.Text.Encodings.Web;
using GdprKit.Documents;
using Microsoft.AspNetCore.Http;

namespace GdprKit;

/// <summary>The notice with the button below it, as a page of its own.</summary>
internal static class ConfirmPage
{
    /// <summary>The media type of a page.</summary>
    public const string Html = "text/html; charset=utf-8";

    /// <summary>As for every document, but that the page may send its own form to itself.</summary>
    public static string ContentSecurityPolicy { get; } =
        $"default-src 'none'; style-src {DocumentStyle.ContentSecurityPolicyHash} {ButtonStyle.ContentSecurityPolicyHash}; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    public static IResult Show(ShownNotice shown)
    {
        var isOpen = shown.Delivery.AcknowledgedAt is null;
        var (above, below) = isOpen ? (Invitation(shown.Language) + Form(shown), Form(shown)) : (Thanks(shown.Language), "");
        return Results.Content(Page(shown.Text.Title, shown.Language, above + shown.Text.ToHtmlFragment(1) + below), Html);
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
        return Results.Content(document.ToHtml(), Html, statusCode: StatusCodes.Status404NotFound);
    }

    private static string Form(ShownNotice shown) =>
        $"<form method=\"post\"><input type=\"hidden\" name=\"{ConfirmEndpoints.ShownField}\" value=\"{shown.Version.Digest}\"><p><button type=\"submit\">{Encode(ReadLabel.In(shown.Language))}</button></p></form>\n";

    private static string Invitation(Language language) =>
        $"<div class=\"gdprkit-callout\"><p>{Encode(language == Language.Dutch ? "Dit is onze privacyverklaring. Heb je haar gelezen, dan kun je dat met de knop laten weten. Het hoeft niet, en er hangt niets van af." : "This is our privacy notice. When you have read it, you can let us know with the button. You need not, and nothing depends on it.")}</p></div>\n";

    private static string Thanks(Language language) =>
        $"<p role=\"status\"><strong>{Encode(language == Language.Dutch ? "Dank je. We hebben vastgelegd dat je dit hebt gelezen." : "Thank you. We recorded that you read this.")}</strong></p>\n";

    /// <summary>A page around what is in it.</summary>
    public static string Page(string title, Language language, string body) =>
        $"<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        + $"<meta name=\"color-scheme\" content=\"light dark\">\n<title>{Encode(title)}</title>\n<style>{DocumentStyle.Css}</style>\n<style>{ButtonStyle.Css}</style>\n</head>\n<body class=\"gdprkit\">\n<main>\n{body}</main>\n</body>\n</html>\n";

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
