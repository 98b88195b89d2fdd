using System.Text;
using System.Text.Encodings.Web;

namespace GdprKit.Samples.Crm.Mail;

/// <summary>Writes a mail as text and as simple HTML, both saying the same: no picture, no style and nothing that is fetched.</summary>
public sealed class MailText(string language, string title)
{
    private readonly StringBuilder _text = new();

    private readonly StringBuilder _html = new();

    public string Text => _text.ToString();

    public string Html =>
        $"<!DOCTYPE html>\n<html lang=\"{language}\">\n<head><meta charset=\"utf-8\"><title>{Encode(title)}</title></head>\n<body>\n{_html}</body>\n</html>\n";

    public MailText Paragraph(string text) => Add(text, $"<p>{Encode(text)}</p>");

    public MailText Quote(string text) => Add($"    {text}", $"<blockquote><p>{Encode(text)}</p></blockquote>");

    public MailText Link(string text, string address) => Add($"{text}:\n{address}", $"<p><a href=\"{Encode(address)}\">{Encode(text)}</a></p>");

    private MailText Add(string text, string html)
    {
        _text.Append(text).Append("\n\n");
        _html.Append(html).Append('\n');
        return this;
    }

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
