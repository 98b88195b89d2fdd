using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace GdprKit.Documents;

/// <summary>Collects HTML. What a user typed goes through <see cref="Encode"/>, always; the document's own elements do not.</summary>
/// <param name="language">The language of the document.</param>
internal sealed class HtmlText(Language language)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _html = new();

    private int _charts;

    public Language Language => language;

    public static string Encode(string text) => Encoder.Encode(text);

    public HtmlText Markup(string markup)
    {
        _html.Append(markup);
        return this;
    }

    public HtmlText Line(string markup)
    {
        _html.Append(markup).Append('\n');
        return this;
    }

    public HtmlText Inline(InlineText text)
    {
        foreach (var piece in text)
        {
            _html.Append(piece switch
            {
                Documents.Inline.Text plain => Encode(plain.Value),
                Documents.Inline.Strong strong => $"<strong>{Encode(strong.Value)}</strong>",
                Documents.Inline.Code code => $"<code translate=\"no\">{Encode(code.Value)}</code>",
                Documents.Inline.Link link => $"<a href=\"{Encode(link.Address)}\">{Encode(link.Label)}</a>",
                Documents.Inline.Blank => "<span class=\"gdprkit-blank\"></span>",
                _ => "<br>",
            });
        }

        return this;
    }

    /// <summary>What the ids of the next chart begin with.</summary>
    public string NextChart() => $"chart-{++_charts}";

    public static string Item(ValueList<RequirementId> requirements) =>
        requirements.IsEmpty ? "" : $" data-gdpr-item=\"{string.Join(' ', requirements)}\"";

    public override string ToString() => _html.ToString();
}
