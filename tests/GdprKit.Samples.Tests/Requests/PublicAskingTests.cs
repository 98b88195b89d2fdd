using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using GdprKit.Samples.Application;
using GdprKit.Samples.Consent;

namespace GdprKit.Samples.Requests;

/// <summary>Somebody without a link asks by e-mail address. These tests have a shop of their own; together they ask ten times, which is what one address may in an hour.</summary>
public sealed class PublicAskingTests(CrmApplication application) : IClassFixture<CrmApplication>
{
    private const string Address = "/privacy-rights";

    private const string Known = "leonekohler@surfeu.de";

    [Fact]
    public async Task The_answer_is_the_same_whether_or_not_the_address_is_known()
    {
        using var visitor = application.CreateVisitor("en");
        var before = (await application.OpenRequestsAsync()).Count;
        var answers = new List<(HttpStatusCode Status, string? Location, string Page)>();
        foreach (var email in new[] { Known, "nobody@example.org" })
        {
            var answer = await AskAsync(visitor, "access", email);
            var page = await visitor.GetAsync(answer.Location!);
            foreach (var field in page.Html.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]"))
            {
                // Sealed anew with every page.
                field.Remove();
            }

            answers.Add((answer.Status, answer.Location, page.Html.DocumentElement.OuterHtml));
        }

        answers[0].Should().Be(answers[1]);
        answers[0].Page.Should().Contain("We have your request.");
        var open = await application.OpenRequestsAsync();
        open.Should().ContainSingle(each => each.Person == ShopConsents.Customer(2)).Which.Request.From.Should().Be(RightsRequestOrigin.Unknown, "anybody can write down any address");
        open.Should().HaveCount(before + 2);
        var mails = await Task.WhenAll(Directory.GetFiles(application.MailsPath, "request-*.eml").Select(file => File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)));
        mails.Should().ContainSingle(mail => mail.Contains(Known, StringComparison.Ordinal)).Which.Should().Contain("/my-privacy/").And.NotContain("Everything.");
        mails.Should().NotContain(mail => mail.Contains("nobody@example.org", StringComparison.Ordinal), "nobody else is written to");
    }

    [Fact]
    public async Task The_same_form_asks_once_for_each_address_and_who_follows_the_mail_can_take_it_back()
    {
        using var visitor = application.CreateVisitor("en");
        var page = await visitor.GetAsync(Address);
        var values = new Dictionary<string, string> { ["Form.Email"] = "bjorn.hansen@yahoo.no" };
        page.Html.QuerySelector<IHtmlInputElement>("input[value=erasure]")!.IsChecked = true;
        await visitor.SubmitAsync(page, "form.sheet", values);
        await visitor.SubmitAsync(page, "form.sheet", values);
        var before = (await application.OpenRequestsAsync()).Count;

        values["Form.Email"] = "somebody@example.org";
        (await visitor.SubmitAsync(page, "form.sheet", values)).Status.Should().Be(HttpStatusCode.Redirect);

        (await application.OpenRequestsAsync()).Should().HaveCount(before + 1, "it is somebody else's");
        var request = (await application.RequestsOfAsync(4)).Should().ContainSingle().Subject;
        var centre = await visitor.GetAsync(await application.CentreOfAsync(4));
        await visitor.SubmitAsync(centre, $"#request-{request.Id} form[action*='TakeBack']");
        (await application.FindRequestAsync(request.Id)).Status.Should().Be(RightsRequestStatus.Withdrawn);
    }

    [Fact]
    public async Task No_more_advertising_counts_at_once_and_asks_nothing()
    {
        using var visitor = application.CreateVisitor("en");
        (await application.DecideAsync(5, Crm.Gdpr.Crm.SimilarProducts)).Reason.Should().NotBeSameAs(DecisionReasons.ObjectionToMarketing);

        await AskAsync(visitor, "marketing", "frantisekw@jetbrains.com");

        (await application.DecideAsync(5, Crm.Gdpr.Crm.SimilarProducts)).Reason.Should().BeSameAs(DecisionReasons.ObjectionToMarketing);
        (await application.RequestsOfAsync(5)).Should().ContainSingle().Which.Means.Should().Be(RightsFulfilmentMeans.AtOnce);
    }

    [Theory]
    [InlineData("Form.Email", "no address", "#Form_Email-error")]
    [InlineData("Form.Words", "long", "#words-error")]
    public async Task What_cannot_be_is_said_at_the_field_whoever_is_known(string name, string value, string error)
    {
        var before = (await application.OpenRequestsAsync()).Count;
        using var visitor = application.CreateVisitor("en");
        var page = await visitor.GetAsync($"{Address}?right=access");
        page.Html.QuerySelector<IHtmlInputElement>("input[value=access]")!.IsChecked.Should().BeTrue("it is linked to");

        var refused = await visitor.SubmitAsync(page, "form.sheet", new Dictionary<string, string> { ["Form.Email"] = "somebody@example.org", [name] = value == "long" ? new string('a', 4001) : value });

        refused.Status.Should().Be(HttpStatusCode.OK);
        refused.Html.QuerySelector(error).Should().NotBeNull();
        (await application.OpenRequestsAsync()).Should().HaveCount(before);
    }

    [Fact]
    public async Task Without_a_choice_or_the_token_of_the_form_nothing_is_asked()
    {
        var before = (await application.OpenRequestsAsync()).Count;
        using var visitor = application.CreateVisitor("nl");

        var refused = await visitor.SubmitAsync(await visitor.GetAsync(Address), "form.sheet", new Dictionary<string, string> { ["Form.Email"] = Known });
        refused.Html.QuerySelector(".faults a[href='#Form_What']")!.TextContent.Should().Be("Kies wat je wilt vragen.");
        (await visitor.SendAsync(new HttpRequestMessage(HttpMethod.Post, Address)
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["Form.What"] = "access", ["Form.Email"] = Known }),
        })).Status.Should().Be(HttpStatusCode.BadRequest);

        (await application.OpenRequestsAsync()).Should().HaveCount(before);
    }

    internal static async Task<VisitedPage> AskAsync(Visitor visitor, string right, string email) => await visitor.SubmitAsync(
        await visitor.GetAsync($"{Address}?right={right}"), "form.sheet", new Dictionary<string, string> { ["Form.Email"] = email, ["Form.Words"] = "Everything." });
}
