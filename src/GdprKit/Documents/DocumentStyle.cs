using System.Security.Cryptography;
using System.Text;

namespace GdprKit.Documents;

/// <summary>The style sheet of documents in HTML.</summary>
/// <remarks>
/// Every rule is confined to elements with the class <c>gdprkit</c>. It loads nothing, suits screens from 320 pixels wide, follows
/// the reader's choice of a dark screen, and prints on A4. Colours are custom properties (<c>--gdprkit-accent</c> and so on) that a
/// host's style sheet may set. Safe for use by several threads.
/// </remarks>
public static class DocumentStyle
{
    /// <summary>The style sheet; line ends are line feeds.</summary>
    public static string Css { get; } = Read();

    /// <summary>
    /// The source expression that allows the style sheet in a Content Security Policy, quotes included:
    /// <c>style-src 'sha256-…'</c> (CSP Level 3, section 2.3.1).
    /// </summary>
    public static string ContentSecurityPolicyHash { get; } = $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Css)))}'";

    private static string Read()
    {
        using var stream = typeof(DocumentStyle).Assembly.GetManifestResourceStream("GdprKit.Documents.document.css")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
