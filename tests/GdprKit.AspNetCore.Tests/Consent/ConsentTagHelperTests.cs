using System.Text.Encodings.Web;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace GdprKit.Consent;

public sealed class ConsentTagHelperTests : IAsyncDisposable
{
    private readonly FormHost _host = new();

    [Fact]
    public async Task A_question_is_an_empty_box_with_its_words_and_its_sealed_field()
    {
        var html = await RenderAsync(new ConsentTagHelper(_host.Forms) { Topic = Webshop.Newsletter });

        var page = await new HtmlParser().ParseDocumentAsync($"<form>{html}</form>", TestContext.Current.CancellationToken);
        var box = page.QuerySelector("label[lang=nl] > input[type=checkbox]")!;
        box.GetAttribute("name").Should().Be("gdpr-agree");
        box.HasAttribute("checked").Should().BeFalse();
        box.ParentElement!.TextContent.Trim().Should().Be((await _host.AskAsync()).Wording.Text);
        page.QuerySelectorAll("input[type=hidden][name=gdpr-question]").Should().ContainSingle();
    }

    [Fact]
    public async Task Shown_again_the_box_is_empty_again()
    {
        var helper = new ConsentTagHelper(_host.Forms) { Topic = Webshop.Newsletter, Language = Language.English };

        (await RenderAsync(helper) + await RenderAsync(helper)).Should().NotContain("checked").And.Contain("lang=\"en\"");
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    internal static async Task<string> RenderAsync(ConsentTagHelper helper)
    {
        var output = new TagHelperOutput("gdpr-consent", [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        await helper.ProcessAsync(new TagHelperContext([], new Dictionary<object, object>(), "1"), output);
        await using var writer = new StringWriter();
        output.WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }
}
