using GdprKit.Samples.Crm.Data;
using GdprKit.Samples.Scenarios.Catalogue;
using GdprKit.Samples.Scenarios.Running;
using NodaTime;

namespace GdprKit.Samples.Scenarios.Steps;

/// <summary>Publishing the privacy notice, what everybody reads then, and for what data may be used when people were told of it or not.</summary>
internal sealed class PublishingSteps(
    Shop shop,
    ProcessingRegister register,
    CrmDbContext db,
    Activities activities,
    NoticeVersions versions,
    NoticeCampaigns campaigns,
    NoticeSending sending,
    NoticeAcknowledgements acknowledgements,
    ProcessingDecisions decisions)
{
    [Step(en: "the shop adds {name}: {purpose}", nl: "de winkel {name} toevoegt: {purpose} | de winkel voegt {name} toe: {purpose}")]
    public void Adds(string name, string purpose) => shop.Declare(register.WithMore(name, purpose));

    [Step(en: "the shop calls {category} {text} from now on", nl: "de winkel {category} voortaan {text} noemt | de winkel noemt {category} voortaan {text}")]
    public void Rewords(string category, string text) => shop.Declare(register.WithLabel(activities.CategoryCalled(category), text));

    [Step(en: "the shop publishes its privacy notice", nl: "de winkel haar privacyverklaring publiceert | de winkel publiceert haar privacyverklaring")]
    public Task PublishAsync(CancellationToken cancellationToken) => PublishAsync(null, cancellationToken);

    [Step(
        en: "the shop publishes its privacy notice, to hold from {day}",
        nl: "de winkel haar privacyverklaring publiceert, die geldt vanaf {day} | de winkel publiceert haar privacyverklaring, die geldt vanaf {day}")]
    public Task AnnounceAsync(LocalDate day, CancellationToken cancellationToken) => PublishAsync(day, cancellationToken);

    [Step(en: "the shop tells everybody of it", nl: "de winkel iedereen erover vertelt | de winkel vertelt iedereen erover")]
    public async Task TellAsync(CancellationToken cancellationToken)
    {
        var version = await LatestAsync(cancellationToken);
        if ((await campaigns.FindAsync(version, cancellationToken)).Status is CampaignStatus.Opened)
        {
            await campaigns.StartAsync(version, new CampaignTerms(), cancellationToken);
        }

        await sending.SendAsync(version, cancellationToken: cancellationToken);
    }

    [Step(en: "everybody was told of it", nl: "is iedereen erover verteld | iedereen is erover verteld")]
    public async Task WereToldAsync(CancellationToken cancellationToken)
    {
        var report = await campaigns.ReportAsync(await LatestAsync(cancellationToken), cancellationToken);
        Expect.That(report.Audience > 0 && report.Sent + report.Acknowledged == report.Audience, report.ToString());
    }

    [Step(en: "the shop asks nobody anything", nl: "vraagt de winkel niemand iets | de winkel vraagt niemand iets")]
    public async Task AsksNobodyAsync(CancellationToken cancellationToken)
    {
        var latest = await LatestAsync(cancellationToken);
        var report = await campaigns.ReportAsync(latest, cancellationToken);
        Expect.That(latest.Significance is ChangeSignificance.Editorial && report.Queued == 0, $"it is {latest.Significance}, and {report.Queued} are waiting");
    }

    [Step(en: "{person} says to have read the privacy notice", nl: "{person} zegt de privacyverklaring te hebben gelezen")]
    public async Task ReadsAsync(string person, CancellationToken cancellationToken) => await acknowledgements.AcknowledgeAsync(
        shop.PersonOf(person),
        new Acknowledgement { Version = (await HoldingAsync(cancellationToken)).Digest, Language = Spoken.Now, Means = AcknowledgementMeans.Account, Label = "OK" },
        cancellationToken);

    [Step(en: "{person} got no mail about it", nl: "kreeg {person} er geen mail over | {person} kreeg er geen mail over")]
    public async Task GotNoMailAsync(string person, CancellationToken cancellationToken)
    {
        var delivery = await acknowledgements.FindAsync(shop.PersonOf(person), await LatestAsync(cancellationToken), cancellationToken);
        Expect.That(delivery.SentAt is null, $"it was sent: {delivery.Status}");
    }

    [Step(en: "everybody reads in the privacy notice: {text}", nl: "leest iedereen in de privacyverklaring: {text} | iedereen leest in de privacyverklaring: {text}")]
    public async Task SaysAsync(string text, CancellationToken cancellationToken) => Expect.That((await TextAsync(cancellationToken)).Contains(text, StringComparison.Ordinal), "it says something else");

    [Step(en: "nobody reads in the privacy notice: {text}", nl: "leest niemand in de privacyverklaring: {text} | niemand leest in de privacyverklaring: {text}")]
    public async Task DoesNotSayAsync(string text, CancellationToken cancellationToken) => Expect.That(!(await TextAsync(cancellationToken)).Contains(text, StringComparison.Ordinal), "it says so");

    [Step(en: "a new privacy notice is announced from {day}", nl: "is een nieuwe privacyverklaring aangekondigd vanaf {day} | een nieuwe privacyverklaring is aangekondigd vanaf {day}")]
    public async Task IsAnnouncedAsync(LocalDate day, CancellationToken cancellationToken)
    {
        var announced = await versions.FindAnnouncedAsync(cancellationToken: cancellationToken);
        Expect.That(announced?.EffectiveFrom.InZone(register.Controller.TimeZone).Date == day, announced is null ? "none is" : $"it is from {announced.EffectiveFrom}");
    }

    [Step(en: "the shop may use the data of {person} for {activity}", nl: "mag de winkel de gegevens van {person} gebruiken voor {activity} | de winkel mag de gegevens van {person} gebruiken voor {activity}")]
    public async Task MayUseAsync(string person, string activity, CancellationToken cancellationToken)
    {
        var decision = await decisions.DecideAsync(shop.PersonOf(person), activities.Called(activity), cancellationToken: cancellationToken);
        Expect.That(decision.Permitted, $"it may not: {decision.Explain(Spoken.Now)}");
    }

    [Step(
        en: "the shop may not use the data of {person} for {activity}: {reason}",
        nl: "mag de winkel de gegevens van {person} niet gebruiken voor {activity}: {reason} | de winkel mag de gegevens van {person} niet gebruiken voor {activity}: {reason}")]
    public async Task MayNotUseAsync(string person, string activity, string reason, CancellationToken cancellationToken)
    {
        var decision = await db.Gdpr().Decisions.DecideAsync(shop.PersonOf(person), activities.Called(activity), cancellationToken: cancellationToken);
        Expect.That(!decision.Permitted && decision.Explain(Spoken.Now) == reason, $"it says: {decision.Explain(Spoken.Now)}");
    }

    private async Task PublishAsync(LocalDate? day, CancellationToken cancellationToken)
    {
        var proposal = await versions.ProposeAsync(cancellationToken: cancellationToken);
        await versions.PublishAsync(new NoticePublication { Version = proposal.Digest, Significance = proposal.Significance, EffectiveOn = day }, cancellationToken: cancellationToken);
    }

    private async Task<NoticeVersion> LatestAsync(CancellationToken cancellationToken) =>
        await versions.ListAsync(cancellationToken: cancellationToken) is [var latest, ..] ? latest : throw new ExpectationException("nothing was published in this scenario");

    private async Task<NoticeVersion> HoldingAsync(CancellationToken cancellationToken) =>
        await versions.FindCurrentAsync(cancellationToken: cancellationToken) ?? throw new ExpectationException("nothing that was published holds yet");

    private async Task<string> TextAsync(CancellationToken cancellationToken) =>
        (await versions.ReadTextAsync(await HoldingAsync(cancellationToken), Spoken.Now, cancellationToken)).ToPlainText();
}
