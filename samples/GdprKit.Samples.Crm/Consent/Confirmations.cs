using System.Text;
using GdprKit.Samples.Crm.Data;
using GdprKit.Samples.Crm.Links;
using GdprKit.Samples.Crm.Suppression;
using Microsoft.EntityFrameworkCore;

namespace GdprKit.Samples.Crm.Consent;

/// <summary>Lets people confirm, by the link in a mail, what they agreed to.</summary>
public sealed class Confirmations(CrmDbContext db, ProcessingRegister register, SignedLinks links, NoAdvertisingList list)
{
    private readonly GdprUnitOfWork _gdpr = db.Gdpr();

    /// <summary>What a link comes to now. Changes nothing.</summary>
    /// <param name="text">The signed part of the link.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<Confirmation> FindAsync(string? text, CancellationToken cancellationToken) => links.Read(text, LinkPurpose.ConfirmConsent) switch
    {
        LinkReading.Valid { Link: { Topic: { } topic } link } => await FindAsync(link, topic, cancellationToken),
        LinkReading.Expired => new Confirmation(ConfirmationState.Expired),
        _ => new Confirmation(ConfirmationState.NotOurs),
    };

    /// <summary>Confirms; what was confirmed already, and what cannot be, is left as it is.</summary>
    /// <param name="text">The signed part of the link.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>What the link came to before.</returns>
    public async Task<Confirmation> ConfirmAsync(string? text, CancellationToken cancellationToken)
    {
        var found = await FindAsync(text, cancellationToken);
        if (found is { State: ConfirmationState.Open, Person: { } person })
        {
            await db.SaveChangesWithGdprAsync(
                async (gdpr, token) =>
                {
                    await gdpr.Consents.ConfirmAsync(person, found.Topic, MarketingChannel.Email, token);
                    await list.RemoveAsync(gdpr, person, found.Topic, token);
                },
                cancellationToken);
        }

        return found;
    }

    private async Task<Confirmation> FindAsync(SignedLink link, ConsentTopic topic, CancellationToken cancellationToken)
    {
        var over = new Confirmation(ConfirmationState.Over);
        if (await _gdpr.Subjects.FindByRefAsync([link.Person], cancellationToken) is not [var person] || !register.Activities.Contains(topic.Activity))
        {
            return over;
        }

        var number = CustomerNumber.Of(person.Subject);
        var email = await db.Customers.Where(c => c.CustomerId == number).Select(c => c.Email).SingleOrDefaultAsync(cancellationToken);
        var record = await _gdpr.Consents.FindAsync(person.Subject, topic, cancellationToken);
        if (email is null
            // Who reads the mail of the former address says nothing about the present one.
            || SignedLinks.DigestOf(email) != link.SentTo
            || !record.StatusAt(_gdpr.Clock.GetCurrentInstant()).IsValid()
            || !record.ConfirmOver.Contains(MarketingChannel.Email)
            || record.Wording is not { } wording)
        {
            return over;
        }

        var words = await _gdpr.Store.ReadContentAsync(wording, cancellationToken);
        return new Confirmation(
            record.ProvenChannels.Contains(MarketingChannel.Email) ? ConfirmationState.Done : ConfirmationState.Open,
            person.Subject,
            topic,
            ConsentWording.Of(Encoding.UTF8.GetString([.. words!.Bytes]), record.Language!.Value));
    }
}
