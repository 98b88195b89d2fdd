using System.Diagnostics.CodeAnalysis;
using GdprKit.Documents;

namespace GdprKit;

/// <summary>A form in which a notice is served: its media type and how it is written.</summary>
/// <param name="MediaType">The media type.</param>
/// <param name="Write">Writes it.</param>
/// <param name="IsExact">Whether nothing is put around the text, so that its digest is that under which it was published.</param>
internal sealed record NoticeFormat(string MediaType, Func<Document, DocumentTranslation[], string> Write, bool IsExact = false)
{
    public static NoticeFormat Html { get; } = new("text/html; charset=utf-8", (text, translations) => text.ToHtml(translations));

    private static NoticeFormat Markdown { get; } = new("text/markdown; charset=utf-8", (text, _) => text.ToMarkdown());

    private static NoticeFormat Json { get; } = new("application/json; charset=utf-8", (text, _) => text.ToJson(), IsExact: true);

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
