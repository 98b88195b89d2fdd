using System.Text.Encodings.Web;
using GdprKit.Documents;
using Microsoft.AspNetCore.Http;

namespace GdprKit;

/// <summary>A page on which a person can say something about the notice by a button: the frame around it, and how it is sent.</summary>
internal static class AnswerPage
{
    /// <summary>The media type of a page.</summary>
    public const string Html = "text/html; charset=utf-8";

    /// <summary>As for every document, but that the page may send its own form to itself.</summary>
    public static string ContentSecurityPolicy { get; } =
        $"default-src 'none'; style-src {DocumentStyle.ContentSecurityPolicyHash} {ButtonStyle.ContentSecurityPolicyHash}; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>A page around what is in it.</summary>
    public static IResult Of(string title, Language language, string body) => Results.Content(
        $"<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
            + $"<meta name=\"color-scheme\" content=\"light dark\">\n<title>{Encode(title)}</title>\n<style>{DocumentStyle.Css}</style>\n<style>{ButtonStyle.Css}</style>\n</head>\n<body class=\"gdprkit\">\n<main>\n{body}</main>\n</body>\n</html>\n",
        Html);

    /// <summary>Sends it so that who looks over a shoulder later finds nothing, and no other site learns the address.</summary>
    public static void Keep(HttpContext context)
    {
        DocumentResponse.Protect(context.Response.Headers);
        context.Response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        context.Response.Headers["X-Robots-Tag"] = "noindex";
    }

    public static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
