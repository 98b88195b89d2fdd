using GdprKit.Documents;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace GdprKit;

/// <summary>The version that holds with what is new in it, and the two buttons above and below.</summary>
internal static class GatePage
{
    public static IResult Show(GateState state, Document text, AntiforgeryTokenSet token, string target)
    {
        var isDutch = text.Language == Language.Dutch;
        var summary = state.Version.News.TryGet(text.Language, out var written) ? written : "";
        var form = Form(state, token, target, text.Language);
        var body = $"<h1>{AnswerPage.Encode(Title(isDutch))}</h1>\n<div class=\"gdprkit-callout\">\n<p><strong>{AnswerPage.Encode(isDutch ? "Wat is er nieuw?" : "What is new?")}</strong> {AnswerPage.Encode(summary)}</p>\n"
            + $"<p>{AnswerPage.Encode(isDutch ? "Je hoeft niets te doen: alles blijft werken, ook als je dit later leest." : "You need not do anything: everything goes on working, also when you read this later.")}</p>\n</div>\n"
            + form + text.ToHtmlFragment(2) + form;
        return AnswerPage.Of(Title(isDutch), text.Language, body);
    }

    private static string Title(bool isDutch) => isDutch ? "Onze privacyverklaring is nieuw" : "Our privacy notice is new";

    private static string Form(GateState state, AntiforgeryTokenSet token, string target, Language language) =>
        $"<form method=\"post\" action=\"?{GateEndpoints.ReturnField}={AnswerPage.Encode(Uri.EscapeDataString(target))}\">"
        + Hidden(token.FormFieldName, token.RequestToken ?? "") + Hidden(GateEndpoints.ShownField, state.Version.Digest.ToString())
        + $"<p>{Button(GateEndpoints.Read, ReadLabel.In(language))} {Button(GateEndpoints.Later, language == Language.Dutch ? "Later lezen" : "Read it later")}</p></form>\n";

    private static string Hidden(string name, string value) => $"<input type=\"hidden\" name=\"{AnswerPage.Encode(name)}\" value=\"{AnswerPage.Encode(value)}\">";

    private static string Button(string choice, string label) => $"<button type=\"submit\" name=\"{GateEndpoints.ChoiceField}\" value=\"{choice}\">{AnswerPage.Encode(label)}</button>";
}
