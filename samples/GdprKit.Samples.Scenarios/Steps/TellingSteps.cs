using System.Text.RegularExpressions;
using GdprKit.Ledger;
using GdprKit.Samples.Crm.Data;
using GdprKit.Samples.Crm.Mail;
using GdprKit.Samples.Scenarios.Running;
using NodaTime;

namespace GdprKit.Samples.Scenarios.Steps;

/// <summary>Telling the customers of the privacy notice by mail, and what they do with it.</summary>
internal sealed partial class TellingSteps(
    Shop shop, CrmDbContext db, MailFolder folder, PostRoom post, NoticeVersions versions, NoticeCampaigns campaigns, NoticeSending sending, NoticeAcknowledgements acknowledgements)
{
    [Step(en: "the shop begins to tell everybody of its privacy notice", nl: "de winkel iedereen over haar privacyverklaring begint te vertellen | de winkel begint iedereen over haar privacyverklaring te vertellen")]
    public Task BeginAsync(CancellationToken cancellationToken) => BeginAsync(new CampaignTerms(), cancellationToken);

    [Step(
        en: "the shop begins to tell everybody of its privacy notice, and to remind after {period}",
        nl: "de winkel iedereen over haar privacyverklaring begint te vertellen, met een herinnering na {period} | de winkel begint iedereen over haar privacyverklaring te vertellen, met een herinnering na {period}")]
    public Task BeginWithReminderAsync(Period period, CancellationToken cancellationToken) => BeginAsync(new CampaignTerms { RemindAfter = period }, cancellationToken);

    [Step(en: "the mails go out", nl: "de mails de deur uit gaan | gaan de mails de deur uit | de mails gaan de deur uit")]
    public async Task SendAsync(CancellationToken cancellationToken)
    {
        var result = await sending.SendAsync(await LatestAsync(cancellationToken), cancellationToken: cancellationToken);
        Expect.That(result is { IsElsewhere: false, Stalled: null }, $"they do not: {result}");
    }

    [Step(en: "no mail may go out", nl: "mag er geen mail de deur uit | er mag geen mail de deur uit")]
    public async Task IsRefusedAsync(CancellationToken cancellationToken)
    {
        try
        {
            var result = await sending.SendAsync(await LatestAsync(cancellationToken), cancellationToken: cancellationToken);
            throw new ExpectationException($"they go: {result}");
        }
        catch (LedgerException refusal) when (refusal.Id is "GDPR3135")
        {
            // The database is an older copy, and nobody is told on the strength of it.
        }
    }

    [Step(
        en: "the power fails right after {number} mail(s)",
        nl: "de stroom direct na {number} mail(s) uitvalt | valt de stroom direct na {number} mail(s) uit | de stroom valt direct na {number} mail(s) uit")]
    public async Task FailAsync(int number, CancellationToken cancellationToken)
    {
        using var power = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        post.FailAfter(number, power);
        try
        {
            await sending.SendAsync(await LatestAsync(cancellationToken), cancellationToken: power.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            shop.Restart();
            return;
        }

        throw new ExpectationException($"fewer than {number} mails went");
    }

    [Step(
        en: "everybody has one mail",
        nl: "heeft iedereen één mail | iedereen heeft één mail")]
    public async Task EverybodyHasOneAsync(CancellationToken cancellationToken)
    {
        var report = await campaigns.ReportAsync(await LatestAsync(cancellationToken), cancellationToken);
        var mails = await Letterbox.ReadAsync(folder.FolderPath, cancellationToken);
        var twice = mails.GroupBy(mail => mail.To.Mailboxes.Single().Address).Count(person => person.Select(mail => mail.MessageId).Distinct().Count() > 1);
        Expect.That(report.Sent == report.Audience && mails.Count == report.Audience && twice == 0, $"{report}; {mails.Count} mails, {twice} people with two");
    }

    [Step(en: "the mail to {person} comes back", nl: "de mail aan {person} terugkomt | de mail aan {person} komt terug")]
    public async Task ComesBackAsync(string person, CancellationToken cancellationToken) =>
        await campaigns.RecordBounceAsync(shop.PersonOf(person), await LatestAsync(cancellationToken), cancellationToken);

    [Step(
        en: "{person} gives {address} as address, and is told again",
        nl: "{person} {address} als adres opgeeft en opnieuw wordt ingelicht | {person} geeft {address} als adres op en wordt opnieuw ingelicht")]
    public async Task MoveAsync(string person, string address, CancellationToken cancellationToken)
    {
        (await db.Customers.FindAsync([shop.NumberOf(person)], cancellationToken))!.Email = address;
        await db.SaveChangesAsync(cancellationToken);
        await campaigns.RequeueAsync(shop.PersonOf(person), await LatestAsync(cancellationToken), cancellationToken);
    }

    [Step(en: "{person} has {number} mail(s) about it", nl: "heeft {person} er {number} mail(s) over | {person} heeft er {number} mail(s) over")]
    public async Task HasMailsAsync(string person, int number, CancellationToken cancellationToken)
    {
        var mails = await MailsToAsync(person, cancellationToken);
        Expect.That(mails.Count == number, $"it is {mails.Count}: {string.Join(", ", mails.Select(mail => mail.Subject))}");
    }

    [Step(en: "the last mail to {person} is called {subject}", nl: "heet de laatste mail aan {person} {subject} | de laatste mail aan {person} heet {subject}")]
    public async Task IsCalledAsync(string person, string subject, CancellationToken cancellationToken)
    {
        var mails = await MailsToAsync(person, cancellationToken);
        Expect.That(mails.Count > 0 && mails[^1].Subject == subject, mails.Count == 0 ? "there is none" : $"it is called: {mails[^1].Subject}");
    }

    [Step(en: "all mails to {person} are in {language}", nl: "zijn alle mails aan {person} in het {language} | alle mails aan {person} zijn in het {language}")]
    public async Task AreInAsync(string person, Language language, CancellationToken cancellationToken)
    {
        var news = (await LatestAsync(cancellationToken)).Summary[language];
        var mails = await MailsToAsync(person, cancellationToken);
        Expect.That(mails.Count > 0, "there is none");
        Expect.That(
            mails.TrueForAll(mail => mail.HtmlBody!.Contains($"lang=\"{language}\"", StringComparison.Ordinal) && mail.TextBody!.ReplaceLineEndings(" ").Contains(news, StringComparison.Ordinal)),
            $"they say: {mails[0].TextBody}");
    }

    [Step(
        en: "the page behind the link in the mail to {person} is in {language}",
        nl: "is de pagina achter de link in de mail aan {person} in het {language} | de pagina achter de link in de mail aan {person} is in het {language}")]
    public async Task LeadsToAsync(string person, Language language, CancellationToken cancellationToken)
    {
        var title = (await versions.ReadTextAsync(await LatestAsync(cancellationToken), language, cancellationToken)).Title;
        var site = await shop.VisitSiteAsync(cancellationToken);
        var page = await site.VisitAsync(HttpMethod.Get, await LinkAsync(person, cancellationToken), form: null, cancellationToken);
        Expect.That(page.Contains($"<html lang=\"{language}\"", StringComparison.Ordinal) && page.Contains($">{title}</h1>", StringComparison.Ordinal), $"it begins: {page[..Math.Min(200, page.Length)]}");
    }

    [Step(en: "{person} has confirmed to have read it in {language}", nl: "heeft {person} bevestigd het in het {language} te hebben gelezen | {person} heeft bevestigd het in het {language} te hebben gelezen")]
    public async Task HasConfirmedInAsync(string person, Language language, CancellationToken cancellationToken)
    {
        var delivery = await DeliveryAsync(person, cancellationToken);
        Expect.That(delivery is { Status: NoticeDeliveryStatus.Acknowledged } && delivery.Language == language, $"it stands so: {delivery.Status}, in {delivery.Language}");
    }

    [Step(
        en: "a scanner opens every link in the mail to {person}",
        nl: "een scanner elke link in de mail aan {person} opent | een scanner opent elke link in de mail aan {person}")]
    public async Task ScanAsync(string person, CancellationToken cancellationToken)
    {
        var site = await shop.VisitSiteAsync(cancellationToken);
        var links = (await MailsToAsync(person, cancellationToken)).SelectMany(Letterbox.LinksIn).ToList();
        Expect.That(links.Count >= 2, $"there are {links.Count} links in it");
        foreach (var link in links)
        {
            foreach (var method in (HttpMethod[])[HttpMethod.Head, HttpMethod.Get, HttpMethod.Get])
            {
                await site.VisitAsync(method, link, form: null, cancellationToken);
            }
        }
    }

    [Step(
        en: "{person} follows the link in the mail and presses the button",
        nl: "{person} de link in de mail volgt en op de knop drukt | {person} volgt de link in de mail en drukt op de knop")]
    public async Task ConfirmAsync(string person, CancellationToken cancellationToken)
    {
        var site = await shop.VisitSiteAsync(cancellationToken);
        var link = await LinkAsync(person, cancellationToken);
        var page = await site.VisitAsync(HttpMethod.Get, link, form: null, cancellationToken);
        using var form = new FormUrlEncodedContent(Field().Matches(page).Take(1).ToDictionary(field => field.Groups["name"].Value, field => field.Groups["value"].Value));
        await site.VisitAsync(HttpMethod.Post, link, form, cancellationToken);
    }

    [Step(en: "{person} has confirmed to have read it", nl: "heeft {person} bevestigd het te hebben gelezen | {person} heeft bevestigd het te hebben gelezen")]
    public async Task HasConfirmedAsync(string person, CancellationToken cancellationToken)
    {
        var delivery = await DeliveryAsync(person, cancellationToken);
        Expect.That(delivery is { Status: NoticeDeliveryStatus.Acknowledged, Means: AcknowledgementMeans.Link }, $"it stands so: {delivery.Status}");
    }

    [Step(en: "{person} has confirmed nothing", nl: "heeft {person} niets bevestigd | {person} heeft niets bevestigd")]
    public async Task HasNotConfirmedAsync(string person, CancellationToken cancellationToken)
    {
        var delivery = await DeliveryAsync(person, cancellationToken);
        Expect.That(delivery is { Status: NoticeDeliveryStatus.Sent, AcknowledgedAt: null }, $"it stands so: {delivery.Status}");
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]*)\">")]
    private static partial Regex Field();

    private async Task BeginAsync(CampaignTerms terms, CancellationToken cancellationToken)
    {
        var proposal = await versions.ProposeAsync(cancellationToken: cancellationToken);
        var version = await versions.PublishAsync(new NoticePublication { Version = proposal.Digest, Significance = proposal.Significance }, cancellationToken: cancellationToken);
        await campaigns.StartAsync(version, terms, cancellationToken);
    }

    private async Task<NoticeVersion> LatestAsync(CancellationToken cancellationToken) =>
        await versions.ListAsync(cancellationToken: cancellationToken) is [var latest, ..] ? latest : throw new ExpectationException("nothing was published in this scenario");

    private async Task<NoticeDelivery> DeliveryAsync(string person, CancellationToken cancellationToken) =>
        await acknowledgements.FindAsync(shop.PersonOf(person), await LatestAsync(cancellationToken), cancellationToken);

    private async Task<Uri> LinkAsync(string person, CancellationToken cancellationToken) =>
        Letterbox.LinksIn((await MailsToAsync(person, cancellationToken))[^1]).First(each => each.AbsolutePath.Contains("/confirm/", StringComparison.Ordinal));

    private async Task<List<MimeKit.MimeMessage>> MailsToAsync(string person, CancellationToken cancellationToken) =>
        await Letterbox.ReadAsync(folder.FolderPath, (await db.Customers.FindAsync([shop.NumberOf(person)], cancellationToken))!.Email, cancellationToken);
}
