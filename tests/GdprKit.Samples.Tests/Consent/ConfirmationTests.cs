using System.Net;
using GdprKit.Samples.Application;
using GdprKit.Samples.Crm.Consent;
using GdprKit.Samples.Crm.Links;
using GdprKit.Samples.Ledger;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace GdprKit.Samples.Consent;

/// <summary>The mail by which a newcomer confirms, and the page that its link leads to. These tests write, so they have a shop of their own.</summary>
public sealed class ConfirmationTests(CrmApplication application) : IClassFixture<CrmApplication>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_newsletter_may_be_sent_once_the_person_pressed_the_button_and_is_confirmed_once()
    {
        using var visitor = application.CreateVisitor("en");
        var link = await application.AskForNewsletterAsync(visitor, "confirm@example.nl");

        var page = await visitor.GetAsync(link);
        page.Heading.Should().Be("Is this right?");
        page.Html.QuerySelector("blockquote")!.TextContent.Trim().Should().Be("Yes, send me the newsletter with new music every month");
        (await application.MayMailNewsletterAsync("confirm@example.nl")).Should().BeFalse("looking confirms nothing");
        var answer = await visitor.SubmitAsync(page, "main form");

        answer.Location.Should().Be(link);
        (await application.MayMailNewsletterAsync("confirm@example.nl")).Should().BeTrue();
        var done = await visitor.GetAsync(link);
        done.Heading.Should().Be("This is confirmed");
        done.Html.QuerySelector("[role=status]")!.TextContent.Should().Be("Thank you, it is recorded.");
        var after = application.Holdings;
        var again = await visitor.SubmitAsync(page, "main form");
        again.Heading.Should().Be("This is confirmed");
        application.Holdings.Should().Equal(after, "what is done already is not done again");
    }

    [Fact]
    public async Task Programs_that_open_every_link_of_a_mail_and_of_the_pages_behind_it_change_nothing()
    {
        using var visitor = application.CreateVisitor();
        var link = await application.AskForNewsletterAsync(visitor, "scanned@example.nl");
        var addresses = SignUpFlow.LinksOf(application.MailTo("scanned@example.nl")).Select(address => address[application.Address.Length..]).ToHashSet();
        foreach (var address in new[] { "/", "/signup", link })
        {
            addresses.Add(address);
            addresses.UnionWith((await visitor.GetAsync(address)).Html.QuerySelectorAll("[href], [action]")
                .Select(element => element.GetAttribute("href") ?? element.GetAttribute("action")!).Where(found => found.StartsWith('/')));
        }

        var before = application.Holdings;
        using var scanner = application.CreateVisitor();
        foreach (var address in addresses)
        {
            foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head, HttpMethod.Get })
            {
                ((int)(await scanner.SendAsync(new HttpRequestMessage(method, address))).Status).Should().BeLessThan(500, "{0} {1}", method, address);
            }
        }

        addresses.Should().Contain([link, "/privacy", "/signup", "/language"]);
        application.Holdings.Should().Equal(before);
        (await application.NewsletterOfAsync("scanned@example.nl")).Confirmation.Should().Be(ConsentConfirmation.Pending);
        (await visitor.GetAsync(link)).Html.QuerySelector("main form button").Should().NotBeNull("the link works as before");
    }

    [Fact]
    public async Task A_confirmation_from_another_site_is_refused()
    {
        using var visitor = application.CreateVisitor();
        var page = await visitor.GetAsync(await application.AskForNewsletterAsync(visitor, "cross@example.nl"));
        page.Html.QuerySelector("main form input[name=__RequestVerificationToken]")!.Remove();
        var before = application.Holdings;

        (await visitor.SubmitAsync(page, "main form")).Status.Should().Be(HttpStatusCode.BadRequest);

        application.Holdings.Should().Equal(before);
    }

    [Fact]
    public async Task A_link_that_is_too_old_says_what_to_do_and_confirms_nothing()
    {
        using var visitor = application.CreateVisitor("en");
        var link = await application.AskForNewsletterAsync(visitor, "late@example.nl");
        var page = await visitor.GetAsync(link);
        var before = application.Holdings;
        application.Clock.Advance(ConfirmationMails.LinkWorksFor);

        var late = await visitor.SubmitAsync(page, "main form");

        late.Status.Should().Be(HttpStatusCode.OK);
        late.Heading.Should().Be("This link is too old");
        late.Html.QuerySelector("main a[href^='mailto:']")!.TextContent.Should().Be("privacy@chinook.example");
        (await visitor.GetAsync(link)).Html.QuerySelector("main form").Should().BeNull("there is nothing to press");
        application.Holdings.Should().Equal(before);
    }

    public static TheoryData<string> Foreign => ["changed", "cut off", "of another purpose", "of nobody", "nothing"];

    [Theory]
    [MemberData(nameof(Foreign))]
    public async Task A_link_that_is_not_ours_says_what_to_do_and_confirms_nothing(string kind)
    {
        using var visitor = application.CreateVisitor("en");
        var link = await application.AskForNewsletterAsync(visitor, $"{Guid.NewGuid():N}@example.nl");
        var page = await visitor.GetAsync(link);
        var links = application.Services.GetRequiredService<SignedLinks>();
        var until = application.Clock.GetCurrentInstant() + Duration.FromDays(1);
        var foreign = kind switch
        {
            "changed" => link[..^10] + "AAAAAAAAAA",
            "cut off" => link[..^20],
            "of another purpose" => "/confirm/" + links.Write(new SignedLink(LinkPurpose.ManageConsent, SubjectRef.New(), until)),
            "of nobody" => "/confirm/" + links.Write(new SignedLink(LinkPurpose.ConfirmConsent, SubjectRef.New(), until) { Topic = Crm.Gdpr.Crm.Newsletter }),
            _ => "/confirm",
        };
        var before = application.Holdings;
        page.Html.QuerySelector("main form")!.SetAttribute("action", foreign);

        var answer = await visitor.SubmitAsync(page, "main form");

        answer.Status.Should().Be(HttpStatusCode.OK);
        answer.Heading.Should().Be(kind == "of nobody" ? "There is nothing left to confirm here" : "This link does not work");
        answer.Main.Should().Contain("Nothing has happened").And.Contain("privacy@chinook.example");
        answer.Html.QuerySelector("main form").Should().BeNull();
        application.Holdings.Should().Equal(before);
    }

    [Fact]
    public async Task Who_took_it_back_confirms_nothing_by_the_former_link()
    {
        using var visitor = application.CreateVisitor("en");
        var page = await visitor.GetAsync(await application.AskForNewsletterAsync(visitor, "back@example.nl"));
        await application.AskAsync(async gdpr =>
        {
            await gdpr.Consents.WithdrawAsync(application.PersonOf("back@example.nl"), Crm.Gdpr.Crm.Newsletter, ConsentSignal.ByPersonOnline, Cancel);
            return true;
        });
        var before = application.Holdings;

        (await visitor.SubmitAsync(page, "main form")).Heading.Should().Be("There is nothing left to confirm here");

        application.Holdings.Should().Equal(before);
    }

    [Fact]
    public async Task Who_reads_the_mail_of_a_former_address_confirms_nothing()
    {
        using var visitor = application.CreateVisitor("en");
        var page = await visitor.GetAsync(await application.AskForNewsletterAsync(visitor, "former@example.nl"));
        using var employee = await application.CreateEmployeeAsync("Nancy Edwards");
        await application.ChangeAsync(employee, application.NumberOf("former@example.nl"), new() { ["Form.Email"] = "present@example.nl" });

        (await visitor.SubmitAsync(page, "main form")).Heading.Should().Be("There is nothing left to confirm here");

        (await application.NewsletterOfAsync("present@example.nl")).Confirmation.Should().Be(ConsentConfirmation.Pending);
    }

    [Fact]
    public async Task The_link_of_somebody_removed_is_not_that_of_who_has_the_number_now()
    {
        using var visitor = application.CreateVisitor("en");
        var page = await visitor.GetAsync(await application.AskForNewsletterAsync(visitor, "gone@example.nl"));
        var number = application.NumberOf("gone@example.nl");
        using var employee = await application.CreateEmployeeAsync("Nancy Edwards");
        await application.RemoveAsync(employee, number);
        await application.AskForNewsletterAsync(visitor, "newcomer@example.nl");
        application.NumberOf("newcomer@example.nl").Should().Be(number, "SQLite gives the last number again");

        (await visitor.SubmitAsync(page, "main form")).Heading.Should().Be("There is nothing left to confirm here");

        (await application.NewsletterOfAsync("newcomer@example.nl")).Confirmation.Should().Be(ConsentConfirmation.Pending);
    }

    [Fact]
    public async Task A_mail_that_could_not_be_written_is_sent_at_the_next_start_and_once()
    {
        await using var shop = new CrmApplication();
        await shop.InitializeAsync();
        await File.WriteAllTextAsync(shop.MailsPath, "where the folder should be", Cancel);
        using var visitor = shop.CreateVisitor();
        (await shop.SignUpAsync(visitor, "overdue@example.nl", ConsentFormFields.Agree)).Location.Should().Be("/");
        File.Delete(shop.MailsPath);

        await StartAgainAsync(shop);

        var link = shop.LinkTo("overdue@example.nl");
        (await visitor.SubmitAsync(await visitor.GetAsync(link), "main form")).Location.Should().Be(link);
        Directory.Delete(shop.MailsPath, recursive: true);
        await StartAgainAsync(shop);
        shop.Mails.Should().BeEmpty("it was sent before");
    }

    [Fact]
    public async Task A_customer_who_agrees_in_the_privacy_centre_confirms_by_mail_too()
    {
        using var visitor = application.CreateVisitor();
        await application.SignUpAsync(visitor, "centre@example.nl");
        var centre = await visitor.GetAsync(await application.CentreOfAsync(application.NumberOf("centre@example.nl")));

        await visitor.SubmitAsync(centre, "form[action*='Give']", new Dictionary<string, string> { [ConsentFormFields.Agree] = Visitor.Ticked });

        var link = application.LinkTo("centre@example.nl");
        (await visitor.SubmitAsync(await visitor.GetAsync(link), "main form")).Location.Should().Be(link);
        (await application.MayMailNewsletterAsync("centre@example.nl")).Should().BeTrue();
    }

    private static async Task StartAgainAsync(CrmApplication shop)
    {
        await using var scope = shop.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ConfirmationMails>().SendOverdueAsync(Cancel);
    }
}
