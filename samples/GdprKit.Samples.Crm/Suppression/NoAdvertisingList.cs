using GdprKit.Ledger;
using GdprKit.Samples.Crm.Consent;
using GdprKit.Samples.Crm.Data;
using Microsoft.EntityFrameworkCore;

namespace GdprKit.Samples.Crm.Suppression;

/// <summary>
/// The addresses of people who want no advertising. The list outlives the customer, so that who is removed is not written to because an old list
/// is imported; only a new consent of their own takes an address off.
/// </summary>
public sealed partial class NoAdvertisingList(CrmDbContext db, ProcessingRegister register, ILogger<NoAdvertisingList> logger)
{
    // What the library says when there is no consent that is younger than the entry on the list.
    private const string NoNewConsent = "GDPR1257";

    /// <summary>Puts the addresses of a customer on the list. An objection counts without it, so where its keys cannot be used that is recorded all the same.</summary>
    /// <param name="gdpr">What is saved together.</param>
    /// <param name="person">The customer.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task AddAsync(GdprUnitOfWork gdpr, SubjectId person, CancellationToken cancellationToken)
    {
        var addresses = await AddressesAsync(person, cancellationToken);
        try
        {
            await gdpr.Suppression.AddAsync(addresses, SuppressionCause.Objection, cancellationToken: cancellationToken);
        }
        catch (KeyRingException fault)
        {
            LogNoKeys(logger, fault.Message);
        }
    }

    /// <summary>Takes the addresses of a customer off the list to which they agreed anew, and confirmed that where it is asked.</summary>
    /// <param name="gdpr">What is saved together; the consent is among it.</param>
    /// <param name="person">The customer.</param>
    /// <param name="topic">What they agreed to.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task RemoveAsync(GdprUnitOfWork gdpr, SubjectId person, ConsentTopic topic, CancellationToken cancellationToken)
    {
        if (!register.Activities.TryGet(topic.Activity, out var activity) || await gdpr.Subjects.FindBySubjectAsync([person], cancellationToken) is not [var link])
        {
            return;
        }

        var channels = topic.Channel is { } one ? [one] : activity.Marketing;
        foreach (var address in (await AddressesAsync(person, cancellationToken)).Where(address => channels.Contains(address.Channel)))
        {
            try
            {
                await gdpr.Suppression.RemoveAsync(link.Ref, topic, address, cancellationToken);
            }
            catch (InvalidOperationException fault) when (fault.Message.StartsWith(NoNewConsent, StringComparison.Ordinal))
            {
                // It is still to be confirmed, or older than the no: the no stands.
            }
            catch (KeyRingException fault)
            {
                LogNoKeys(logger, fault.Message);
            }
        }
    }

    /// <summary>
    /// Asks the list about the addresses that a customer has by now, and keeps the answer with the customer: who was removed may come back, and an address may
    /// be changed into one that is on it.
    /// </summary>
    /// <param name="gdpr">What is saved together.</param>
    /// <param name="person">The customer.</param>
    /// <param name="customer">The row.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task AskForAsync(GdprUnitOfWork gdpr, SubjectId person, Customer customer, CancellationToken cancellationToken)
    {
        if (await gdpr.Subjects.FindBySubjectAsync([person], cancellationToken) is not [var link])
        {
            return;
        }

        try
        {
            await gdpr.Suppression.AskForAsync(link.Ref, AddressesOf(customer), cancellationToken);
        }
        catch (KeyRingException fault)
        {
            LogNoKeys(logger, fault.Message);
        }
    }

    /// <summary>
    /// Tells that a customer has other addresses than before: what was confirmed was confirmed for those. One that is only spelt in another way is the same.
    /// </summary>
    /// <param name="gdpr">What is saved together.</param>
    /// <param name="person">The customer.</param>
    /// <param name="before">The addresses of before.</param>
    /// <param name="customer">The row as it is now.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task ChangeAsync(GdprUnitOfWork gdpr, SubjectId person, ValueList<MarketingAddress> before, Customer customer, CancellationToken cancellationToken)
    {
        foreach (var (_, address) in before.Zip(AddressesOf(customer)).Where(pair => pair.First != pair.Second))
        {
            await gdpr.Consents.ChangeAddressAsync(person, address.Channel, cancellationToken);
        }

        await AskForAsync(gdpr, person, customer, cancellationToken);
    }

    /// <summary>The addresses of a customer, one for each channel of the shop.</summary>
    /// <param name="customer">The row.</param>
    public static ValueList<MarketingAddress> AddressesOf(Customer customer)
    {
        var country = Countries.CodeOf(customer.Country);
        return [MarketingAddress.Email(customer.Email), MarketingAddress.Phone(customer.Phone, country), MarketingAddress.TextMessage(customer.Phone, country)];
    }

    private async Task<ValueList<MarketingAddress>> AddressesAsync(SubjectId person, CancellationToken cancellationToken)
    {
        var number = CustomerNumber.Of(person);
        return await db.Customers.AsNoTracking().SingleOrDefaultAsync(c => c.CustomerId == number, cancellationToken) is { } customer
            ? AddressesOf(customer).Where(address => address.IsReadable).ToValueList()
            : [];
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The list of addresses that get no advertising could not be used: {Fault}")]
    private static partial void LogNoKeys(ILogger logger, string fault);
}
