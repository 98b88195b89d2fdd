using System.Text;
using GdprKit.Ledger;
using GdprKit.Samples.Crm.Data;
using GdprKit.Samples.Crm.Gdpr.History;
using GdprKit.Samples.Crm.Links;
using GdprKit.Samples.Crm.Mail;
using GdprKit.Subjects;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using NodaTime;

namespace GdprKit.Samples.Crm.Consent;

/// <summary>Sends people the mails in which they confirm, over the address itself, what they agreed to (double opt-in).</summary>
public sealed partial class ConfirmationMails(
    CrmDbContext db, ProcessingRegister register, MailFolder folder, SignedLinks links, ConfirmationMail mail, ILogger<ConfirmationMails> logger)
{
    /// <summary>How long a link works.</summary>
    public static readonly Duration LinkWorksFor = Duration.FromDays(7);

    private readonly GdprUnitOfWork _gdpr = db.Gdpr();

    /// <summary>
    /// Sends a customer what they still have to confirm and were sent no mail about. What is agreed to is recorded first and the mail after it, so a
    /// start that follows on a stop in between sends it: <see cref="SendOverdueAsync"/>.
    /// </summary>
    public async Task SendAsync(SubjectId person, CancellationToken cancellationToken)
    {
        if ((await _gdpr.Subjects.FindBySubjectAsync([person], cancellationToken)) is [var link])
        {
            foreach (var (topic, record) in await _gdpr.Consents.FindAllAsync(person, cancellationToken))
            {
                await SendAsync(link, topic, record, cancellationToken);
            }
        }
    }

    /// <summary>Sends every mail that was to be sent and was not, because the program stopped or the folder could not be written.</summary>
    public async Task SendOverdueAsync(CancellationToken cancellationToken)
    {
        var unconfirmed = HeadFilter.Of(ConsentRecord.Fold.Kind) with { Statuses = [StreamStatus.Parse("given.unconfirmed"), StreamStatus.Parse("renewed.unconfirmed")] };
        var oldest = _gdpr.Clock.GetCurrentInstant() - LinkWorksFor;
        var people = await _gdpr.Streams.ReadHeadsAsync(unconfirmed, cancellationToken)
            .Where(head => head.Index.Since > oldest)
            .Select(head => head.Stream.Subject)
            .Distinct()
            .ToListAsync(cancellationToken);
        foreach (var link in await _gdpr.Subjects.FindByRefAsync(people.ToValueList(), cancellationToken))
        {
            await SendAsync(link.Subject, cancellationToken);
        }
    }

    private async Task SendAsync(SubjectLink person, ConsentTopic topic, ConsentRecord record, CancellationToken cancellationToken)
    {
        if (!record.StatusAt(_gdpr.Clock.GetCurrentInstant()).IsValid()
            || !record.ConfirmOver.Contains(MarketingChannel.Email)
            || record.ProvenChannels.Contains(MarketingChannel.Email)
            // A list that was imported does not tell the words; who stands on one is asked anew, not to confirm.
            || record.Wording is not { } wording
            || !register.Activities.TryGet(topic.Activity, out var activity)
            || await WasMailedAsync(person.Ref, topic, record, cancellationToken)
            || await AddressOfAsync(person.Subject, cancellationToken) is not { } address)
        {
            return;
        }

        var until = _gdpr.Clock.GetCurrentInstant() + LinkWorksFor;
        var link = links.Write(new SignedLink(LinkPurpose.ConfirmConsent, person.Ref, until) { Topic = topic, SentTo = SignedLinks.DigestOf(address.Address) });
        var id = record.LastEntry!.Value.ToString();
        using var message = mail.Write(id, address, await WordingAsync(wording, record.Language!.Value, cancellationToken), activity, link, until);
        try
        {
            await folder.PutAsync(id, message, cancellationToken);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            LogNotWritten(logger, folder.FolderPath, fault);
            return;
        }

        await db.SaveChangesWithGdprAsync((gdpr, token) => gdpr.MailedAsync(person, new ConfirmationMailed(topic.Activity, until), token), cancellationToken);
    }

    private async Task<bool> WasMailedAsync(SubjectRef person, ConsentTopic topic, ConsentRecord record, CancellationToken cancellationToken) =>
        await _gdpr.Store.ReadStreamAsync(PersonHistory.StreamOf(person), 0, cancellationToken).AnyAsync(
            entry => entry.Type == PersonHistory.Mailed.Type && entry.RecordedAt >= record.GivenAt && PersonHistory.Mailed.Read(entry).Facts.Activity == topic.Activity,
            cancellationToken);

    private async Task<MailboxAddress?> AddressOfAsync(SubjectId person, CancellationToken cancellationToken)
    {
        var number = CustomerNumber.Of(person);
        return await db.Customers.Where(c => c.CustomerId == number).Select(c => c.Email).SingleOrDefaultAsync(cancellationToken) is { } email
            && MailboxAddress.TryParse(email, out var address) ? address : null;
    }

    // As it was shown, which is not what the register may say by now.
    private async Task<ConsentWording> WordingAsync(Digest wording, Language language, CancellationToken cancellationToken) =>
        ConsentWording.Of(Encoding.UTF8.GetString([.. (await _gdpr.Store.ReadContentAsync(wording, cancellationToken))!.Bytes]), language);

    [LoggerMessage(Level = LogLevel.Error, Message = "A mail cannot be written to the folder {Folder}; it is tried again at the next start")]
    private static partial void LogNotWritten(ILogger logger, string folder, Exception fault);
}
