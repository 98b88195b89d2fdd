using System.Net;
using GdprKit.Samples.Application;
using GdprKit.Samples.Consent;

namespace GdprKit.Samples.Requests;

/// <summary>The notice, every page and every mail say where to ask, and it is there.</summary>
public sealed class WhereToAskTests(CrmApplication application) : IClassFixture<CrmApplication>
{
    [Theory]
    [InlineData("nl", "Een vraag over je gegevens")]
    [InlineData("en", "Ask about your data")]
    public async Task The_notice_and_every_page_lead_to_it(string language, string heading)
    {
        using var visitor = application.CreateVisitor(language);

        foreach (var address in new[] { $"/privacy/{language}", "/", "/signup" })
        {
            (await visitor.GetAsync(address)).Html.QuerySelector("a[href='/privacy-rights']").Should().NotBeNull(address);
        }

        var page = await visitor.GetAsync("/privacy-rights");
        page.Status.Should().Be(HttpStatusCode.OK);
        page.Heading.Should().Be(heading);
        page.Html.QuerySelectorAll("input[type=radio]").Should().HaveCount(7);
        (await visitor.GetAsync("/my-privacy/forged")).Html.QuerySelector("main a[href='/privacy-rights']").Should().NotBeNull("who has no link that works can ask still");
    }

    [Fact]
    public async Task The_mail_in_which_consent_is_confirmed_leads_to_it()
    {
        await application.GiveNewsletterAsync(7, isConfirmed: false);
        using var visitor = application.CreateVisitor("en");
        var page = await visitor.GetAsync(await application.CentreOfAsync(7));
        await visitor.SubmitAsync(page, "form[action*='Give']", new Dictionary<string, string> { [page.Html.QuerySelector("article input[type=checkbox]")!.GetAttribute("name")!] = Visitor.Ticked });

        var mail = await File.ReadAllTextAsync(Directory.GetFiles(application.MailsPath, "*.eml").Single(), TestContext.Current.CancellationToken);

        mail.Should().Contain($"{application.Address}/privacy-rights");
    }
}
