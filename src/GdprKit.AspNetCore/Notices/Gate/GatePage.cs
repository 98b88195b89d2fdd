using System.Text.Encodings.Web;
using GdprKit.Documents;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace GdprKit;

/// <summary>The version that holds with what is new in it, and the two buttons above and below.</summary>
internal static class GatePage
{
    public static IResult Show(GateState state, Document text, AntiforgeryTokenSet token, string target)
    {
        var words = new VersionWords(text.Language, NodaTime.DateTimeZone.Utc);
        var title = words.Choose("Onze privacyverklaring is nieuw", "Our privacy notice is new");
        var summary = state.Version.Summary.TryGet(text.Language, out var written) ? written : "";
        var form = Form(state, token, target, words);
        var body = $"<h1>{Encode(title)}</h1>\n<div class=\"gdprkit-callout\">\n<p><strong>{Encode(words.Choose("Wat is er nieuw?", "What is new?"))}</strong> {Encode(summary)}</p>\n"
            + $"<p>{Encode(words.Choose("Je hoeft niets te doen: alles blijft werken, ook als je dit later leest.", "You need not do anything: everything goes on working, also when you read this later."))}</p>\n</div>\n"
            + form + text.ToHtmlFragment(2) + form;
        return Results.Content(ConfirmPage.Page(title, text.Language, body), ConfirmPage.Html);
    }

    private static string Form(GateState state, AntiforgeryTokenSet token, string target, VersionWords words) =>
        $"<form method=\"post\" action=\"?{GateEndpoints.ReturnField}={Encode(Uri.EscapeDataString(target))}\">"
        + Hidden(token.FormFieldName, token.RequestToken ?? "") + Hidden(GateEndpoints.ShownField, state.Version.Digest.ToString())
        + $"<p>{Button(GateEndpoints.Read, ReadLabel.In(words.Language))} {Button(GateEndpoints.Later, words.Choose("Later lezen", "Read it later"))}</p></form>\n";

    private static string Hidden(string name, string value) => $"<input type=\"hidden\" name=\"{Encode(name)}\" value=\"{Encode(value)}\">";

    private static string Button(string choice, string label) => $"<button type=\"submit\" name=\"{GateEndpoints.ChoiceField}\" value=\"{choice}\">{Encode(label)}</button>";

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
