using System.Text.Encodings.Web;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace GdprKit.Consent;

public sealed class ConsentTagHelperTests : IAsyncDisposable
{
    private readonly FormHost _host = new();

    [Fact]
    public void A_question_is_an_empty_box_with_its_words_and_its_sealed_field()
    {
        var html = Render(new ConsentTagHelper(_host.Forms) { Topic = Webshop.Newsletter });

        var page = new HtmlParser().ParseDocument($"<form>{html}</form>");
        var box = page.QuerySelector("label[lang=nl] > input[type=checkbox]")!;
        box.GetAttribute("name").Should().Be("gdpr-agree");
        box.HasAttribute("checked").Should().BeFalse();
        box.ParentElement!.TextContent.Trim().Should().Be(_host.Forms.Ask(Webshop.Newsletter).Wording.Text);
        page.QuerySelectorAll("input[type=hidden][name=gdpr-question]").Should().ContainSingle();
    }

    [Fact]
    public void Shown_again_the_box_is_empty_again()
    {
        var helper = new ConsentTagHelper(_host.Forms) { Topic = Webshop.Newsletter, Language = Language.English };

        (Render(helper) + Render(helper)).Should().NotContain("checked").And.Contain("lang=\"en\"");
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private static string Render(ConsentTagHelper helper)
    {
        var output = new TagHelperOutput("gdpr-consent", [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        helper.Process(new TagHelperContext([], new Dictionary<object, object>(), "1"), output);
        using var writer = new StringWriter();
        output.WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }
}
