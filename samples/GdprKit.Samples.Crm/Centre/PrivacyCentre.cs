using System.Text;
using GdprKit.Samples.Crm.Consent;
using GdprKit.Samples.Crm.Data;
using GdprKit.Samples.Crm.Gdpr.History;
using GdprKit.Samples.Crm.Links;
using GdprKit.Samples.Crm.Suppression;
using NodaTime;

namespace GdprKit.Samples.Crm.Centre;

/// <summary>
/// What people agreed to, for themselves: to see it, and to change it at once. Who has the link is let in and is asked nothing else, because
/// taking consent back and refusing advertising must be as easy as agreeing was (Art. 7(3), 21(3)).
/// </summary>
public sealed class PrivacyCentre(CrmDbContext db, ProcessingRegister register, SignedLinks links, SiteAddress site, ConfirmationMails mails, NoAdvertisingList list)
{
    /// <summary>Where the centre is.</summary>
    public const string Path = "/my-privacy";

    /// <summary>Where on the page they follow what they asked.</summary>
    public const string RequestsId = "requests";

    /// <summary>How long a link lets somebody in.</summary>
    public static readonly Duration LinkWorksFor = Duration.FromDays(14);

    private readonly GdprUnitOfWork _gdpr = db.Gdpr();

    private Instant Now => _gdpr.Clock.GetCurrentInstant();

    /// <summary>Makes a link to somebody's centre, and records that an employee did.</summary>
    /// <param name="person">Who it lets in.</param>
    /// <param name="by">The employee, who gives it to that person.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The whole address.</returns>
    public async Task<string> MakeLinkAsync(SubjectId person, SubjectId by, CancellationToken cancellationToken)
    {
        await db.SaveChangesWithGdprAsync((gdpr, token) => gdpr.LinkMadeAsync(person, by, token), cancellationToken);
        var link = (await _gdpr.Subjects.FindBySubjectAsync([person], cancellationToken))[0];
        return site.Of($"{Path}/{links.Write(new SignedLink(LinkPurpose.ManageConsent, link.Ref, Now + LinkWorksFor))}");
    }

    /// <summary>Looks at the link of somebody who asks to be let in. Changes nothing.</summary>
    /// <param name="link">The signed part of the address.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<CentreEntry> OpenAsync(string? link, CancellationToken cancellationToken) => links.Read(link, LinkPurpose.ManageConsent) switch
    {
        LinkReading.Valid { Link: var known } => await _gdpr.Subjects.FindByRefAsync([known.Person], cancellationToken) is [var person]
            ? new CentreEntry.Admitted(person.Subject, known.Until)
            : new CentreEntry.Refused(),
        LinkReading.Expired => new CentreEntry.TooOld(),
        _ => new CentreEntry.Refused(),
    };

    /// <summary>What somebody agreed to.</summary>
    /// <param name="person">Who.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<CentreView> ReadAsync(SubjectId person, CancellationToken cancellationToken)
    {
        var records = (await _gdpr.Consents.FindAllAsync(person, cancellationToken)).ToDictionary(each => each.Topic, each => each.Record);
        var asked = AskedConsent.Of(register, person.Kind);
        var topics = new List<CentreTopic>();
        foreach (var topic in asked.Select(each => each.Topic).Concat(records.Keys).Distinct())
        {
            var record = records.GetValueOrDefault(topic) ?? new ConsentRecord();
            var activity = asked.SingleOrDefault(each => each.Topic == topic)?.Activity;
            topics.Add(new CentreTopic(topic, activity, record, record.StatusAt(Now), await TickedAsync(record, cancellationToken)));
        }

        var objection = await _gdpr.Objections.FindAsync(person, cancellationToken: cancellationToken);
        return new CentreView(
            topics,
            [.. register.ActivitiesInReadingOrder.Where(activity => activity.People.Contains(person.Kind) && !activity.Marketing.IsEmpty)],
            objection is { Status: not ObjectionStatus.Withdrawn } ? objection.Since : null);
    }

    /// <summary>Takes a consent back. Doing it twice is doing it once.</summary>
    public Task WithdrawAsync(SubjectId person, ConsentTopic topic, CancellationToken cancellationToken) => db.SaveChangesWithGdprAsync(
        (gdpr, token) => gdpr.Consents.WithdrawAsync(person, topic, ConsentSignal.ByPersonOnline, token), cancellationToken);

    /// <summary>Records that somebody wants no advertising at all, puts their addresses on the list, and takes back what they agreed to of it; together.</summary>
    public async Task RefuseMarketingAsync(SubjectId person, CancellationToken cancellationToken)
    {
        var standing = (await ReadAsync(person, cancellationToken)).Topics.Where(topic => topic is { IsOn: true, IsMarketing: true }).Select(topic => topic.Topic).ToList();
        await db.SaveChangesWithGdprAsync(
            async (gdpr, token) =>
            {
                await gdpr.Objections.ObjectToMarketingAsync(person, cancellationToken: token);
                await list.AddAsync(gdpr, person, token);
                foreach (var topic in standing)
                {
                    await gdpr.Consents.WithdrawAsync(person, topic, ConsentSignal.ByPersonOnline, token);
                }
            },
            cancellationToken);
    }

    /// <summary>Records that somebody can be asked about advertising again. What was taken back stays so.</summary>
    public async Task AllowMarketingAsync(SubjectId person, CancellationToken cancellationToken)
    {
        if ((await ReadAsync(person, cancellationToken)).IsObjected)
        {
            await db.SaveChangesWithGdprAsync(
                async (gdpr, token) => await gdpr.Objections.WithdrawMarketingObjectionAsync(person, cancellationToken: token), cancellationToken);
        }
    }

    /// <summary>Records what somebody ticked, and sends what is to be confirmed over the address itself.</summary>
    public async Task GiveAsync(SubjectId person, ConsentForm form, CancellationToken cancellationToken)
    {
        await db.SaveChangesWithGdprAsync(
            async (gdpr, token) =>
            {
                await form.RecordAsync(gdpr.Consents, person, token);
                foreach (var answer in form.Answers.Where(answer => answer.Agreed))
                {
                    await list.RemoveAsync(gdpr, person, answer.Topic, token);
                }
            },
            cancellationToken);
        await mails.SendAsync(person, cancellationToken);
    }

    private async Task<ConsentWording?> TickedAsync(ConsentRecord record, CancellationToken cancellationToken) =>
        record is { Wording: { } wording, Language: { } language } && await _gdpr.Store.ReadContentAsync(wording, cancellationToken) is { } words
            ? ConsentWording.Of(Encoding.UTF8.GetString([.. words.Bytes]), language)
            : null;
}
