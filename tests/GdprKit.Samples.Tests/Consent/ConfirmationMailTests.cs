using GdprKit.Samples.Application;
using MimeKit;

namespace GdprKit.Samples.Consent;

/// <summary>What is in a mail of the shop, and what is not. These tests write, so they have a shop of their own.</summary>
public sealed class ConfirmationMailTests(CrmApplication application) : IClassFixture<CrmApplication>
{
    [Theory]
    [InlineData("nl", "Bevestig: Nieuwsbrief", "Ja, stuur mij elke maand de nieuwsbrief met nieuwe muziek", "De link werkt tot 30 dec 2025, 10:00.")]
    [InlineData("en", "Please confirm: Newsletter", "Yes, send me the newsletter with new music every month", "The link works until 30 Dec 2025, 10:00.")]
    public async Task A_mail_says_in_the_language_of_the_visitor_what_was_ticked_and_what_to_do_as_text_and_as_HTML(string language, string subject, string words, string until)
    {
        using var visitor = application.CreateVisitor(language);
        var link = await application.AskForNewsletterAsync(visitor, $"mail-{language}@example.nl");

        var mail = application.MailTo($"mail-{language}@example.nl");

        mail.Subject.Should().Be(subject);
        mail.From.ToString().Should().Be("\"Chinook Muziek B.V.\" <info@chinook.example>");
        mail.Date.ToUniversalTime().Should().Be(application.Clock.GetCurrentInstant().ToDateTimeOffset());
        mail.Body!.Headers[HeaderId.ContentLanguage].Should().Be(language);
        mail.Headers[HeaderId.AutoSubmitted].Should().Be("auto-generated");
        foreach (var body in new[] { mail.TextBody, System.Net.WebUtility.HtmlDecode(mail.HtmlBody) })
        {
            body.Should().Contain(words).And.Contain(until).And.Contain(application.Address + link).And.Contain($"{application.Address}/privacy/{language}");
        }
    }

    [Fact]
    public async Task A_mail_fetches_nothing_and_repeats_nothing_that_somebody_filled_in()
    {
        using var visitor = application.CreateVisitor();
        await application.AskForNewsletterAsync(visitor, "quiet@example.nl");

        var mail = application.MailTo("quiet@example.nl");

        SignUpFlow.HtmlOf(mail).QuerySelectorAll("img, script, style, link, iframe, form, [style], [src]").Should().BeEmpty();
        SignUpFlow.LinksOf(mail).Should().HaveCount(3).And.OnlyContain(link => link.StartsWith(application.Address));
        mail.ToString().Should().NotContain("Ada").And.NotContain("Canary", "anybody can fill in any name beside any address");
    }

    [Fact]
    public async Task The_folder_holds_one_whole_file_for_a_mail_whose_name_tells_nothing()
    {
        using var visitor = application.CreateVisitor();
        await application.AskForNewsletterAsync(visitor, "folder@example.nl");

        var files = Directory.GetFiles(application.MailsPath).Select(Path.GetFileName).ToList();

        files.Should().OnlyContain(name => name!.EndsWith(".eml", StringComparison.Ordinal)).And.NotContain(name => name!.Contains("folder") || name.Contains("example"));
        files.Select(name => Path.GetFileNameWithoutExtension(name!)).Should().Contain((await application.NewsletterOfAsync("folder@example.nl")).LastEntry.ToString());
    }

    [Fact]
    public async Task A_link_never_leads_to_the_host_that_a_request_names()
    {
        using var visitor = application.CreateVisitor();
        var form = await visitor.GetAsync("/signup");

        await visitor.SubmitAsync(form, "form.sheet", SignUpFlow.FilledIn("host@example.nl", ConsentFormFields.Agree), host: "elsewhere.example");

        SignUpFlow.LinksOf(application.MailTo("host@example.nl")).Should().HaveCount(3).And.OnlyContain(link => link.StartsWith(application.Address));
    }

    [Theory]
    [InlineData("o'hara+music@example.co.uk")]
    [InlineData("jörg@müller.example")]
    [InlineData("first.last@sub-domain.example")]
    public async Task An_ordinary_address_is_mailed_as_it_was_written(string address)
    {
        using var visitor = application.CreateVisitor();

        await application.SignUpAsync(visitor, address, ConsentFormFields.Agree);

        application.Mails.Should().ContainSingle(mail => mail.To.Mailboxes.Single().Address == address);
    }

    [Theory]
    [InlineData("a,b@example.nl")]
    [InlineData("<a>@example.nl")]
    [InlineData("a;b@example.nl")]
    [InlineData("a..b@example.nl")]
    [InlineData("\"a\"@example.nl")]
    [InlineData("a@example.nl,b@example.nl")]
    public async Task What_would_be_another_address_in_a_mail_is_none(string address)
    {
        using var visitor = application.CreateVisitor("en");
        var before = application.Holdings;

        var page = await application.SignUpAsync(visitor, address, ConsentFormFields.Agree);

        page.Html.QuerySelectorAll(".faults a").Select(link => link.TextContent).Should().Equal("Fill in an email address such as name@example.com.");
        application.Holdings.Should().Equal(before);
    }
}
