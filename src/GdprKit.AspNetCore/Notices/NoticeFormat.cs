using System.Diagnostics.CodeAnalysis;
using GdprKit.Documents;

namespace GdprKit;

/// <summary>A form in which a notice is served: its media type and how it is written.</summary>
internal sealed record NoticeFormat(string MediaType, Func<PrivacyNotice, DocumentTranslation[], string> Write)
{
    public static NoticeFormat Html { get; } = new("text/html; charset=utf-8", (notice, translations) => notice.Document.ToHtml(translations));

    private static NoticeFormat Markdown { get; } = new("text/markdown; charset=utf-8", (notice, _) => notice.ToMarkdown());

    private static NoticeFormat Json { get; } = new("application/json; charset=utf-8", (notice, _) => notice.ToJson());

    public static bool TryFind(string? extension, [NotNullWhen(true)] out NoticeFormat? format)
    {
        format = extension switch
        {
            null or "html" => Html,
            "md" => Markdown,
            "json" => Json,
            _ => null,
        };
        return format is not null;
    }
}
