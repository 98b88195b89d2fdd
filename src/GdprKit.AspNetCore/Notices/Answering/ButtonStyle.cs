using System.Security.Cryptography;
using System.Text;

namespace GdprKit;

/// <summary>How the buttons of pages look on which a notice can be answered; a style sheet of its own beside that of documents.</summary>
internal static class ButtonStyle
{
    /// <summary>The style sheet.</summary>
    public const string Css =
        ".gdprkit .gdprkit{max-width:none;margin:0;padding:0}"
        + ".gdprkit form p{display:flex;flex-wrap:wrap;gap:.75rem;margin:1.25rem 0}"
        + ".gdprkit button{padding:.625rem 1.25rem;border:.125rem solid var(--gdprkit-accent);border-radius:.375rem;color:var(--gdprkit-surface);background:var(--gdprkit-accent);font:inherit;font-weight:600;cursor:pointer}"
        + ".gdprkit button+button{color:var(--gdprkit-accent);background:var(--gdprkit-surface)}"
        + ".gdprkit button:focus-visible{outline:.1875rem solid var(--gdprkit-accent);outline-offset:.125rem}"
        + "@media print{.gdprkit form{display:none}}";

    /// <summary>The source expression that allows it in a Content Security Policy.</summary>
    public static string ContentSecurityPolicyHash { get; } = $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Css)))}'";
}
