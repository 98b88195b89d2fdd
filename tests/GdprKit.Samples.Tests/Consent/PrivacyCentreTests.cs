using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using GdprKit.Samples.Application;
using GdprKit.Samples.Crm.Links;
using GdprKit.Samples.Ledger;
using NodaTime;

namespace GdprKit.Samples.Consent;

/// <summary>Customers see what they agreed to by a link, and change it. These tests write, so they have a shop of their own.</summary>
public sealed class PrivacyCentreTests(CrmApplication application) : IClassFixture<CrmApplication>
{
    [Theory]
    [InlineData("nl", "Jouw keuzes", "Nieuwsbrief", "Staat aan sinds 23 december 2025.", "Dit kruiste je aan", "Geldt tot", "Toestemming gegeven voor ‘Nieuwsbrief’ op de website.")]
    [InlineData("en", "Your choices", "Newsletter", "On since 23 December 2025.", "This is what you ticked", "Lasts until", "Consented to ‘Newsletter’ on the website.")]
    public async Task It_shows_what_the_customer_agreed_to_since_when_in_which_words_until_when_and_what_happened(
        string language, string heading, string name, string state, string words, string until, string history)
    {
        var customer = language == "nl" ? 11 : 12;
        await application.GiveNewsletterAsync(customer);
        using var visitor = application.CreateVisitor(language);

        var page = await visitor.GetAsync(await application.CentreOfAsync(customer));

        page.Status.Should().Be(HttpStatusCode.OK);
        page.Heading.Should().Be(heading);
        var card = page.Html.QuerySelectorAll("article.topic").Single();
        card.QuerySelector("h3")!.TextContent.Should().Be(name);
        card.QuerySelector(".mark")!.TextContent.Should().Be(state);
        card.TextContent.Should().Contain(words).And.Contain(until).And.Contain("2027");
        var ticked = card.QuerySelector("q")!;
        ticked.GetAttribute("lang").Should().Be("nl", "it was asked in Dutch");
        ticked.TextContent.Should().Contain("elke maand de nieuwsbrief met nieuwe muziek");
        page.Html.QuerySelectorAll("table.log tbody td").Select(cell => cell.TextContent).Should().Contain(sentence => sentence.StartsWith(history, StringComparison.Ordinal));
        page.Headers.CacheControl!.NoStore.Should().BeTrue();
        page.Html.QuerySelector("meta[name=robots]")!.GetAttribute("content").Should().Be("noindex");
    }

    [Fact]
    public async Task An_employee_makes_the_link_the_customer_opens_it_and_the_history_tells_who_made_it()
    {
        using var employee = await application.CreateEmployeeAsync("Jane Peacock", "en");
        var answer = await employee.SubmitAsync(await employee.GetAsync("/customers/13"), "form[action*='PrivacyLink']");
        answer.Location.Should().Be("/customers/13");
        var page = await employee.GetAsync(answer.Location!);

        var link = page.Html.QuerySelector<IHtmlInputElement>("#centre-link")!.Value;

        link.Should().StartWith(application.Address + "/my-privacy/").And.HaveLength(link.Length);
        using var customer = application.CreateVisitor("en");
        (await customer.GetAsync(link)).Heading.Should().Be("Your choices");
        page.Html.QuerySelector("table.log")!.TextContent.Should().Contain("A link to their own choices was made.").And.Contain("Jane Peacock");
        (await employee.GetAsync("/customers/13")).Html.QuerySelector("#centre-link").Should().BeNull("it is shown once");
        var seen = (await customer.GetAsync(link)).Html.QuerySelector("table.log")!.TextContent;
        seen.Should().Contain("A link to their own choices was made.").And.NotContain("Peacock", "who of the shop did something is not shown to customers");
    }

    [Fact]
    public async Task One_press_withdraws_and_the_next_decision_denies()
    {
        await application.GiveNewsletterAsync(14);
        (await application.DecideNewsletterAsync(14)).Permitted.Should().BeTrue();
        using var visitor = application.CreateVisitor("en");
        var address = await application.CentreOfAsync(14);
        var page = await visitor.GetAsync(address);

        var answer = await visitor.SubmitAsync(page, "form[action*='Withdraw']");

        answer.Location.Should().Be(address);
        (await application.DecideNewsletterAsync(14)).Reason.Should().BeSameAs(DecisionReasons.ConsentWithdrawn);
        var after = await visitor.GetAsync(address);
        after.Html.QuerySelector("[role=status]")!.TextContent.Should().Be("Newsletter is off. That counts from now.");
        after.Html.QuerySelector("article .mark")!.TextContent.Should().Be("Off. You took your consent back on 23 December 2025.");

        var recorded = application.CountEntries();
        await visitor.SubmitAsync(page, "form[action*='Withdraw']");
        application.CountEntries().Should().Be(recorded, "sent twice is once");
    }

    [Theory]
    [InlineData("")]
    [InlineData("?handler=Withdraw&topic=newsletter")]
    [InlineData("?handler=Give&topic=newsletter")]
    [InlineData("?handler=RefuseMarketing")]
    [InlineData("?handler=AllowMarketing")]
    [InlineData("?handler=Receipt&topic=newsletter&form=html")]
    [InlineData("?handler=Receipt&topic=newsletter&form=jsonld")]
    public async Task A_scanner_that_opens_every_link_changes_nothing(string query)
    {
        await application.GiveNewsletterAsync(15);
        var address = await application.CentreOfAsync(15);
        var recorded = application.CountEntries();
        using var scanner = application.CreateVisitor();

        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head })
        {
            (await scanner.SendAsync(new HttpRequestMessage(method, address + query))).Status.Should().Be(HttpStatusCode.OK);
        }

        application.CountEntries().Should().Be(recorded);
        (await application.DecideNewsletterAsync(15)).Permitted.Should().BeTrue();
    }

    [Fact]
    public async Task Who_wants_no_advertising_gets_none_whatever_it_rests_on_until_they_agree_anew()
    {
        await application.GiveNewsletterAsync(16);
        using var visitor = application.CreateVisitor("en");
        var address = await application.CentreOfAsync(16);
        var page = await visitor.GetAsync(address);
        page.Main.Should().Contain("‘Tips that go with what you bought’ and ‘Newsletter’");

        await visitor.SubmitAsync(page, "form[action*='RefuseMarketing']");

        (await application.DecideNewsletterAsync(16)).Permitted.Should().BeFalse();
        (await application.DecideAsync(16, Crm.Gdpr.Crm.SimilarProducts)).Reason.Should().BeSameAs(DecisionReasons.ObjectionToMarketing);
        (await application.DecideAsync(16, Crm.Gdpr.Crm.Orders)).Permitted.Should().BeTrue("an order is no advertising");
        var off = await visitor.GetAsync(address);
        off.Html.QuerySelector("article .mark")!.TextContent.Should().Be("Off, because you want no advertising.");
        off.Html.QuerySelectorAll("article form").Should().BeEmpty("who wants no advertising is not asked for it");

        await visitor.SubmitAsync(off, "form[action*='AllowMarketing']");

        (await application.DecideNewsletterAsync(16)).Reason.Should().BeSameAs(DecisionReasons.ConsentWithdrawn, "what was taken back stays so");
        (await visitor.GetAsync(address)).Html.QuerySelectorAll("article gdpr-consent, article form[action*='Give']").Should().ContainSingle();
    }

    [Fact]
    public async Task Whoever_ticks_the_empty_box_agrees_in_the_words_that_stand_beside_it_and_once()
    {
        using var visitor = application.CreateVisitor("en");
        var address = await application.CentreOfAsync(17);
        var page = await visitor.GetAsync(address);
        var box = page.Html.QuerySelector<IHtmlInputElement>("article input[type=checkbox]")!;
        box.IsChecked.Should().BeFalse();

        var untouched = await visitor.SubmitAsync(page, "form[action*='Give']");
        untouched.Status.Should().Be(HttpStatusCode.OK);
        untouched.Html.QuerySelector(".faults")!.TextContent.Should().Contain("Tick the box first if you want this.");
        (await application.FindNewsletterAsync(17)).Status.Should().Be(ConsentStatus.Unknown);

        box.IsChecked = true;
        (await visitor.SubmitAsync(page, "form[action*='Give']")).Location.Should().Be(address);
        var record = await application.FindNewsletterAsync(17);
        record.Status.Should().Be(ConsentStatus.Given);
        record.Language.Should().Be(Language.English);
        record.Mechanism.Should().Be(ConsentMechanism.Checkbox);
        record.Medium.Should().Be(ConsentMedium.Website);
        var after = await visitor.GetAsync(address);
        after.Html.QuerySelector("article .mark")!.TextContent.Should().StartWith("Not confirmed yet.");
        (await application.DecideNewsletterAsync(17)).Permitted.Should().BeFalse("the address is not confirmed yet");

        await visitor.SubmitAsync(page, "form[action*='Give']");
        (await application.FindNewsletterAsync(17)).Status.Should().Be(ConsentStatus.Given, "the same form is recorded once");
    }

    [Fact]
    public async Task Who_agrees_anew_is_sent_a_mail_again_when_it_did_not_come_and_confirms_there()
    {
        using var visitor = application.CreateVisitor("en");
        var address = await application.CentreOfAsync(26);
        var mailed = application.Mails.Count;

        for (var asked = 1; asked <= 2; asked++)
        {
            application.Clock.Advance(Duration.FromMinutes(1));
            var page = await visitor.GetAsync(address);
            page.Main.Contains("Tick the box again, and we send a new one.", StringComparison.Ordinal).Should().Be(asked > 1);
            page.Html.QuerySelector<IHtmlInputElement>("article input[type=checkbox]")!.IsChecked = true;
            (await visitor.SubmitAsync(page, "form[action*='Give']")).Location.Should().Be(address);
            application.Mails.Should().HaveCount(mailed + asked);
        }

        (await application.DecideNewsletterAsync(26)).Permitted.Should().BeFalse();
        var email = application.Shop.Read("SELECT Email FROM Customer WHERE CustomerId = 26", row => row.GetString(0)).Single();
        var mail = application.Mails.Where(each => each.To.Mailboxes.Single().Address == email).MaxBy(each => each.Date)!;
        var link = SignUpFlow.LinksOf(mail).Single(each => each.Contains("/confirm/", StringComparison.Ordinal));
        await visitor.SubmitAsync(await visitor.GetAsync(link), "main form");

        (await application.DecideNewsletterAsync(26)).Permitted.Should().BeTrue();
        var confirmed = await visitor.GetAsync(address);
        confirmed.Html.QuerySelector("article .mark")!.TextContent.Should().Be("On. You said yes again on 23 December 2025.");
        confirmed.Html.QuerySelectorAll("form[action*='Give']").Should().BeEmpty();
    }

    [Fact]
    public async Task A_box_that_was_shown_to_somebody_else_is_refused()
    {
        using var visitor = application.CreateVisitor("en");
        var theirs = await visitor.GetAsync(await application.CentreOfAsync(18));
        var mine = await visitor.GetAsync(await application.CentreOfAsync(19));
        theirs.Html.QuerySelector<IHtmlInputElement>("article input[type=checkbox]")!.IsChecked = true;
        var form = (IHtmlFormElement)theirs.Html.QuerySelector("form[action*='Give']")!;
        form.Action = ((IHtmlFormElement)mine.Html.QuerySelector("form[action*='Give']")!).Action;

        var answer = await visitor.SubmitAsync(theirs, "form[action*='Give']");

        answer.Html.QuerySelector(".faults")!.TextContent.Should().Contain("GDPR4520");
        (await application.FindNewsletterAsync(18)).Status.Should().Be(ConsentStatus.Unknown);
        (await application.FindNewsletterAsync(19)).Status.Should().Be(ConsentStatus.Unknown);
    }

    [Fact]
    public async Task The_receipt_is_taken_home_to_read_and_for_software()
    {
        await application.GiveNewsletterAsync(20);
        using var visitor = application.CreateVisitor("nl");
        var links = (await visitor.GetAsync(await application.CentreOfAsync(20))).Html.QuerySelectorAll(".receipts a").Select(link => link.GetAttribute("href")!).ToList();

        var text = await visitor.GetAsync(links[0]);
        var data = await visitor.GetAsync(links[1]);

        text.ContentHeaders.ContentType!.MediaType.Should().Be("text/html");
        text.ContentHeaders.ContentDisposition!.FileName.Should().Be("ontvangstbewijs-newsletter.html");
        text.Html.Body!.TextContent.Should().Contain("Ontvangstbewijs van toestemming: Nieuwsbrief");
        data.ContentHeaders.ContentType!.MediaType.Should().Be("application/ld+json");
        data.ContentHeaders.ContentDisposition!.FileName.Should().Be("ontvangstbewijs-newsletter.jsonld");
        using var json = JsonDocument.Parse(data.Html.Body!.TextContent);
        json.RootElement.TryGetProperty("@context", out _).Should().BeTrue();
        (await visitor.GetAsync(links[0].Replace("newsletter", "orders", StringComparison.Ordinal))).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("nl", "Deze link is te oud")]
    [InlineData("en", "This link is too old")]
    public async Task A_link_that_is_too_old_says_kindly_what_else_can_be_done_and_does_nothing(string language, string heading)
    {
        var customer = language == "nl" ? 21 : 22;
        await application.GiveNewsletterAsync(customer);
        using var visitor = application.CreateVisitor(language);
        var address = await application.CentreOfAsync(customer, Duration.FromMinutes(5));
        var page = await visitor.GetAsync(address);
        application.Clock.Advance(Duration.FromMinutes(5));
        var recorded = application.CountEntries();

        var opened = await visitor.GetAsync(address);
        var sent = await visitor.SubmitAsync(page, "form[action*='Withdraw']");

        foreach (var answer in new[] { opened, sent })
        {
            answer.Status.Should().Be(HttpStatusCode.Gone);
            answer.Heading.Should().Be(heading);
            answer.Main.Should().Contain("privacy@chinook.example");
            answer.Html.QuerySelectorAll("main form").Should().BeEmpty();
        }

        application.CountEntries().Should().Be(recorded);
    }

    [Theory]
    [InlineData("tampered")]
    [InlineData("cut")]
    [InlineData("foreign")]
    [InlineData("none")]
    public async Task A_link_that_is_not_ours_opens_nothing(string kind)
    {
        using var visitor = application.CreateVisitor("en");
        var address = await application.CentreOfAsync(23);
        address = kind switch
        {
            "tampered" => address[..^5] + (address[^5] == 'A' ? "B" : "A") + address[^4..],
            "cut" => address[..^10],
            "foreign" => await application.CentreOfAsync(23, purpose: LinkPurpose.ConfirmConsent),
            _ => "/my-privacy",
        };

        var page = await visitor.GetAsync(address);

        page.Status.Should().Be(HttpStatusCode.NotFound);
        page.Heading.Should().Be("This link does not work");
        page.Main.Should().NotContain("Newsletter");
    }

    [Fact]
    public async Task A_link_of_somebody_whose_data_are_gone_does_not_open_the_centre_of_who_got_their_number()
    {
        using var manager = await application.CreateEmployeeAsync("Nancy Edwards", "en");
        var first = await application.SignUpAsync("first-centre@example.nl");
        var address = await application.CentreOfAsync(first);
        await application.RemoveAsync(manager, first);
        var second = await application.SignUpAsync("second-centre@example.nl");
        second.Should().Be(first, "SQLite gives the number again");
        using var visitor = application.CreateVisitor("en");

        (await visitor.GetAsync(address)).Status.Should().Be(HttpStatusCode.NotFound);
        (await visitor.GetAsync(await application.CentreOfAsync(second))).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_employee_sees_the_page_and_answers_nothing_for_the_customer()
    {
        await application.GiveNewsletterAsync(24);
        var address = await application.CentreOfAsync(24);
        using var employee = application.CreateVisitor("en");
        var before = await employee.GetAsync(address);
        await employee.SignInAsync("Nancy Edwards");

        var page = await employee.GetAsync(address);

        page.Main.Should().Contain("You are signed in as an employee.");
        page.Html.QuerySelectorAll("main form").Should().BeEmpty();
        var token = (await employee.GetAsync("/customers/1/edit")).Html.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        foreach (var handler in new[] { "Withdraw&topic=newsletter", "RefuseMarketing", "AllowMarketing", "Give&topic=newsletter", "Ask&what=access", "Reply", "TakeBack" })
        {
            using var content = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]);
            using var request = new HttpRequestMessage(HttpMethod.Post, $"{address}?handler={handler}") { Content = content };
            (await employee.SendAsync(request)).Status.Should().Be(HttpStatusCode.Forbidden);
        }

        before.Html.QuerySelectorAll("main form:not(.right form)").Length.Should().Be(2);
        (await application.DecideNewsletterAsync(24)).Permitted.Should().BeTrue();
    }

    [Fact]
    public async Task A_form_from_elsewhere_is_refused()
    {
        await application.GiveNewsletterAsync(25);
        using var visitor = application.CreateVisitor("en");
        using var content = new FormUrlEncodedContent([]);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{await application.CentreOfAsync(25)}?handler=Withdraw&topic=newsletter") { Content = content };

        (await visitor.SendAsync(request)).Status.Should().Be(HttpStatusCode.BadRequest);

        (await application.DecideNewsletterAsync(25)).Permitted.Should().BeTrue();
    }
}
