using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using GdprKit.Samples.Application;
using GdprKit.Samples.Consent;
using NodaTime;

namespace GdprKit.Samples.Requests;

/// <summary>Customers ask by their link, follow it, answer and take it back. These tests have a shop of their own; it is 23 December 2025.</summary>
public sealed class CentreRequestTests(CrmApplication application) : IClassFixture<CrmApplication>
{
    private static readonly Operator Employee = Operator.Parse("employee-3");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("nl", "Inzage: wat hebben jullie van mij?", "We hebben je vraag. Uiterlijk op 23 januari 2026 krijg je antwoord.", "We zijn ermee bezig. Uiterlijk op 23 januari 2026 krijg je antwoord.")]
    [InlineData("en", "Access: what do you have of me?", "We have your request. You get an answer by 23 January 2026.", "We are at it. You get an answer by 23 January 2026.")]
    public async Task A_customer_asks_and_is_told_by_when_the_answer_comes_and_twice_is_once(string language, string right, string done, string state)
    {
        var customer = language == "nl" ? 11 : 12;
        using var visitor = application.CreateVisitor(language);
        var address = await application.CentreOfAsync(customer);
        var page = await visitor.GetAsync($"{address}?right=access");
        page.Html.QuerySelectorAll("details.right").Select(each => each.QuerySelector("summary")!.TextContent).Should().HaveCount(6).And.StartWith(right);
        page.Html.QuerySelectorAll("details.right[open]").Should().ContainSingle().Which.QuerySelector("#access").Should().NotBeNull("it is linked to");

        var answer = await visitor.SubmitAsync(page, "form:has(input[value=access])", new Dictionary<string, string> { ["words"] = "Everything, please." });
        await visitor.SubmitAsync(page, "form:has(input[value=access])", new Dictionary<string, string> { ["words"] = "Everything, please." });

        answer.Location.Should().Be($"{address}#requests");
        var after = await visitor.GetAsync(address);
        after.Html.QuerySelector("[role=status]")!.TextContent.Should().Be(done);
        after.Html.QuerySelector("#requests ~ article .mark")!.TextContent.Should().Be(state);
        var request = (await application.RequestsOfAsync(customer)).Should().ContainSingle().Subject;
        (request.Kind, request.Through, request.From).Should().Be((RightsRequestKind.Access, RightsRequestChannel.PrivacyCentre, RightsRequestOrigin.KnownAddress));
        (await application.HistoryOfAsync(request.Id))[0].Texts.Should().Contain(("asked", "Everything, please."));
    }

    [Fact]
    public async Task A_question_is_answered_in_place_and_the_history_names_nobody_of_the_shop()
    {
        var id = await application.ReceiveLetterAsync(13);
        using var agent = await application.CreateEmployeeAsync("Jane Peacock", "en");
        await agent.GetAsync($"/gdpr/requests/{id}");
        await application.WithRequestsAsync(async requests => await requests.AskClarificationAsync(id, Employee, "Of which year?", cancellationToken: Token));
        using var visitor = application.CreateVisitor("en");
        var address = await application.CentreOfAsync(13);
        var page = await visitor.GetAsync(address);
        var card = page.Html.QuerySelector($"#request-{id}")!;
        card.TextContent.Should().ContainAll("Of which year?", "A member of staff of Chinook Muziek B.V. looked at the request").And.NotContainAny("Peacock", "employee-3", "medewerker 1");

        var empty = await visitor.SubmitAsync(page, "form[action*='Reply']", new Dictionary<string, string> { ["reply"] = " " });
        empty.Html.QuerySelector($"#request-{id}-reply-error")!.TextContent.Should().Be("Write your answer first.");
        await visitor.SubmitAsync(page, "form[action*='Reply']", new Dictionary<string, string> { ["reply"] = "Last year." });

        (await application.FindRequestAsync(id)).IsClarified.Should().BeTrue();
        (await application.HistoryOfAsync(id))[^1].Texts.Should().Equal(("reply", "Last year."));
        var late = await visitor.SubmitAsync(page, "form[action*='Reply']", new Dictionary<string, string> { ["reply"] = new string('a', 4001) });
        late.Html.QuerySelector(".faults")!.TextContent.Should().Contain("at most 4000 characters");
    }

    [Fact]
    public async Task What_is_asked_is_taken_back_and_nobody_takes_back_what_is_anothers()
    {
        var (mine, theirs) = (await application.ReceiveLetterAsync(14), await application.ReceiveLetterAsync(15));
        using var visitor = application.CreateVisitor("en");
        var address = await application.CentreOfAsync(14);
        var page = await visitor.GetAsync(address);
        page.Main.Should().NotContain(theirs.ToString());
        var form = page.Html.QuerySelector<IHtmlFormElement>("form[action*='TakeBack']")!;

        form.QuerySelector<IHtmlInputElement>("input[name=request]")!.Value = theirs.ToString();
        (await visitor.SubmitAsync(page, "form[action*='TakeBack']")).Status.Should().Be(HttpStatusCode.NotFound);
        form.QuerySelector<IHtmlInputElement>("input[name=request]")!.Value = mine.ToString();
        (await visitor.SubmitAsync(page, "form[action*='TakeBack']")).Status.Should().Be(HttpStatusCode.Redirect);

        ((await application.FindRequestAsync(mine)).Status, (await application.FindRequestAsync(theirs)).Status).Should().Be((RightsRequestStatus.Withdrawn, RightsRequestStatus.Received));
    }

    [Fact]
    public async Task An_objection_to_what_rests_on_an_interest_counts_until_it_is_decided()
    {
        using var visitor = application.CreateVisitor("en");
        var address = await application.CentreOfAsync(16);
        var page = await visitor.GetAsync(address);
        page.Html.QuerySelectorAll("details.right:last-of-type summary").Single().TextContent.Should().Be("Object to “Warranty and complaints”");

        await visitor.SubmitAsync(page, "form:has(input[value^='objection-'])");

        (await application.DecideAsync(16, Crm.Gdpr.Crm.Warranty)).Permitted.Should().BeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("?right=erasure")]
    [InlineData("?handler=Ask&what=erasure")]
    [InlineData("?handler=TakeBack")]
    public async Task Opening_a_link_asks_nothing(string query)
    {
        using var scanner = application.CreateVisitor();

        (await scanner.GetAsync(await application.CentreOfAsync(17) + query)).Status.Should().Be(HttpStatusCode.OK);

        (await application.RequestsOfAsync(17)).Should().BeEmpty();
    }

    [Fact]
    public async Task Nobody_asks_with_a_forged_or_old_link_or_without_the_token_of_the_form_or_in_the_name_of_a_customer()
    {
        var address = await application.CentreOfAsync(18);
        var old = await application.CentreOfAsync(18, Duration.Zero);
        using var visitor = application.CreateVisitor("en");
        var page = await visitor.GetAsync(address);
        var token = page.Html.QuerySelector<IHtmlInputElement>("input[name=__RequestVerificationToken]")!.Value;

        (await PostAsync(visitor, $"{address[..^3]}AAA?handler=Ask", token)).Status.Should().Be(HttpStatusCode.NotFound);
        (await PostAsync(visitor, $"{old}?handler=Ask", token)).Status.Should().Be(HttpStatusCode.Gone);
        (await PostAsync(visitor, $"{address}?handler=Ask", "nothing")).Status.Should().Be(HttpStatusCode.BadRequest);
        using var employee = await application.CreateEmployeeAsync("Nancy Edwards", "en");
        var theirs = await employee.GetAsync(address);
        theirs.Html.QuerySelectorAll("form[action*='Ask'], form[action*='TakeBack'], form[action*='Reply']").Should().BeEmpty();
        (await PostAsync(employee, $"{address}?handler=Ask", (await employee.GetAsync("/dashboard")).Html.QuerySelector<IHtmlInputElement>("input[name=__RequestVerificationToken]")!.Value))
            .Status.Should().Be(HttpStatusCode.Forbidden);

        (await application.RequestsOfAsync(18)).Should().BeEmpty();
    }

    [Fact]
    public async Task Words_that_are_too_long_are_refused_at_their_field_and_not_lost()
    {
        using var visitor = application.CreateVisitor("en");
        var page = await visitor.GetAsync(await application.CentreOfAsync(19));

        var refused = await visitor.SubmitAsync(page, "form:has(input[value=erasure])", new Dictionary<string, string> { ["words"] = new string('a', 4001) });

        refused.Html.QuerySelector("details.right[open] #erasure-words-error")!.TextContent.Should().Contain("at most 4000 characters");
        refused.Html.QuerySelector("#erasure-words")!.TextContent.Should().HaveLength(4001);
        (await application.RequestsOfAsync(19)).Should().BeEmpty();
    }

    private static Task<VisitedPage> PostAsync(Visitor visitor, string address, string token) => visitor.SendAsync(new HttpRequestMessage(HttpMethod.Post, address)
    {
        Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["__RequestVerificationToken"] = token, ["what"] = "access" }),
    });
}
