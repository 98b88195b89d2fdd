using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using GdprKit.Samples.Application;
using GdprKit.Samples.Crm.Data;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace GdprKit.Samples.Consent;

/// <summary>What happens between a newcomer, the shop and the mail.</summary>
internal static class SignUpFlow
{
    private static readonly string[] Recorded = ["gdpr_entry", "gdpr_head", "gdpr_subject_link", "Customer"];

    private static readonly ProcessingUse Mailing = ProcessingUse.MessageOver(MarketingChannel.Email);

    extension(CrmApplication application)
    {
        private ShopFile File => new(application.DatabasePath);

        /// <summary>How much the shop and its ledger hold: whatever is only read leaves it as it is.</summary>
        public IReadOnlyList<long> Holdings => [.. Recorded.Select(table => application.File.Number($"SELECT count(*) FROM {table}"))];

        public IReadOnlyList<MimeMessage> Mails => Directory.Exists(application.MailsPath)
            ? [.. Directory.GetFiles(application.MailsPath).Order(StringComparer.Ordinal).Select(path => MimeMessage.Load(path, TestContext.Current.CancellationToken))]
            : [];

        public MimeMessage MailTo(string address) => application.Mails.Single(mail => mail.To.Mailboxes.Single().Address == address);

        /// <summary>The link of the mail to an address, as a path of the site.</summary>
        public string LinkTo(string address) => LinksOf(application.MailTo(address)).Single(link => link.Contains("/confirm/", StringComparison.Ordinal))[application.Address.Length..];

        /// <summary>Fills in the form, with the boxes that are named ticked, and sends it.</summary>
        public async Task<VisitedPage> SignUpAsync(Visitor visitor, string email, params string[] boxes) =>
            await visitor.SubmitAsync(await visitor.GetAsync("/signup"), "form.sheet", FilledIn(email, boxes));

        /// <summary>Somebody signs up for the newsletter and has the mail.</summary>
        /// <returns>The link in the mail.</returns>
        public async Task<string> AskForNewsletterAsync(Visitor visitor, string email)
        {
            (await application.SignUpAsync(visitor, email, ConsentFormFields.Agree)).Status.Should().Be(HttpStatusCode.Redirect);
            return application.LinkTo(email);
        }

        /// <summary>The customer of an address, as GdprKit knows people.</summary>
        public SubjectId PersonOf(string email) => SubjectId.Of(Crm.Gdpr.Crm.Customers, application.NumberOf(email));

        /// <summary>The number of the customer of an address.</summary>
        public int NumberOf(string email) => (int)application.File.Number($"SELECT CustomerId FROM Customer WHERE Email = '{email}'");

        public Task<ConsentRecord> NewsletterOfAsync(string email) => application.AskAsync(
            async gdpr => await gdpr.Consents.FindAsync(application.PersonOf(email), Crm.Gdpr.Crm.Newsletter, TestContext.Current.CancellationToken));

        public Task<bool> MayMailNewsletterAsync(string email) => application.AskAsync(
            async gdpr => (await gdpr.Decisions.DecideAsync(application.PersonOf(email), Crm.Gdpr.Crm.Newsletter, Mailing, TestContext.Current.CancellationToken)).Permitted);

        public async Task<T> AskAsync<T>(Func<GdprUnitOfWork, Task<T>> ask)
        {
            await using var scope = application.Services.CreateAsyncScope();
            return await ask(scope.ServiceProvider.GetRequiredService<CrmDbContext>().Gdpr());
        }
    }

    public static Dictionary<string, string> FilledIn(string email, params IEnumerable<string> boxes)
    {
        var values = new Dictionary<string, string>
        {
            ["Form.FirstName"] = "Ada",
            ["Form.LastName"] = "Canary",
            ["Form.Email"] = email,
            ["Form.Address"] = "Kade 1",
            ["Form.City"] = "Gouda",
        };
        foreach (var box in boxes)
        {
            values[box] = Visitor.Ticked;
        }

        return values;
    }

    public static IHtmlDocument HtmlOf(MimeMessage mail) => new HtmlParser().ParseDocument(mail.HtmlBody!);

    /// <summary>Every address in the HTML of a mail.</summary>
    public static IReadOnlyList<string> LinksOf(MimeMessage mail) =>
        [.. HtmlOf(mail).QuerySelectorAll("[href], [src]").Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")!)];
}
