using System.Net;
using GdprKit.Samples.Application;
using GdprKit.Samples.Notices;

namespace GdprKit.Samples.Consent;

/// <summary>Who wants the newsletter and nothing else.</summary>
public sealed class ReaderTests(CrmApplication application) : IClassFixture<CrmApplication>, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await application.PublishNoticeAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("nl", "Alleen de nieuwsbrief")]
    [InlineData("en", "Only the newsletter")]
    public async Task The_page_asks_no_more_than_a_mail_needs(string language, string title)
    {
        using var visitor = application.CreateVisitor(language);

        var page = await visitor.GetAsync("/newsletter");

        page.Html.QuerySelector("h1")!.TextContent.Should().Be(title);
        page.Html.QuerySelectorAll("form.sheet input:not([type=hidden]):not([type=checkbox])").Select(field => field.GetAttribute("name")).Should().Equal("Form.FirstName", "Form.LastName", "Form.Email");
    }

    [Fact]
    public async Task Who_ticks_the_box_is_kept_as_a_reader_and_asked_to_confirm()
    {
        using var visitor = application.CreateVisitor();

        (await SubscribeAsync(visitor, "reader@example.nl", ConsentFormFields.Agree)).Status.Should().Be(HttpStatusCode.Redirect);

        (await application.NewsletterOfAsync("reader@example.nl")).Status.Should().Be(ConsentStatus.Given);
        (await application.MayMailNewsletterAsync("reader@example.nl")).Should().BeFalse("it is not confirmed");
        await visitor.GetAsync(application.LinkTo("reader@example.nl"));
        Number("SELECT IsReader FROM Customer WHERE Email = 'reader@example.nl'").Should().Be(1);
    }

    [Fact]
    public async Task Who_does_not_tick_it_is_told_and_nothing_is_kept()
    {
        using var visitor = application.CreateVisitor();
        var before = application.Holdings;

        var page = await SubscribeAsync(visitor, "hasty@example.nl");

        page.Html.QuerySelector(".errors, [role=alert]")!.TextContent.Should().Contain("Vink aan dat je de nieuwsbrief wilt.");
        application.Holdings.Should().Equal(before);
    }

    [Fact]
    public async Task Who_becomes_a_customer_later_is_one_person_still()
    {
        using var visitor = application.CreateVisitor();
        await SubscribeAsync(visitor, "both@example.nl", ConsentFormFields.Agree);
        var number = application.NumberOf("both@example.nl");

        await application.SignUpAsync(visitor, "both@example.nl");

        application.NumberOf("both@example.nl").Should().Be(number);
        Number("SELECT count(*) FROM Customer WHERE Email = 'both@example.nl' AND IsReader = 0 AND Address = 'Kade 1'").Should().Be(1);
    }

    [Fact]
    public async Task An_address_that_is_known_already_changes_nothing_and_gets_the_same_answer()
    {
        using var visitor = application.CreateVisitor();
        await application.SignUpAsync(visitor, "customer@example.nl");
        var before = application.Holdings;

        (await SubscribeAsync(visitor, "Customer@example.nl", ConsentFormFields.Agree)).Location.Should().Be("/");

        application.Holdings.Should().Equal(before);
    }

    private long Number(string sql) => new ShopFile(application.DatabasePath).Number(sql);

    private static async Task<VisitedPage> SubscribeAsync(Visitor visitor, string email, params string[] boxes)
    {
        var values = new Dictionary<string, string> { ["Form.FirstName"] = "Ada", ["Form.LastName"] = "Canary", ["Form.Email"] = email };
        foreach (var box in boxes)
        {
            values[box] = Visitor.Ticked;
        }

        return await visitor.SubmitAsync(await visitor.GetAsync("/newsletter"), "form.sheet", values);
    }
}
