using GdprKit.Decisions;
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
        catch (SuppressionKeysException fault)
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
            catch (SuppressionKeysException fault)
            {
                LogNoKeys(logger, fault.Message);
            }
        }
    }

    private async Task<ValueList<MarketingAddress>> AddressesAsync(SubjectId person, CancellationToken cancellationToken)
    {
        var number = CustomerNumber.Of(person);
        return await db.Customers.AsNoTracking().SingleOrDefaultAsync(c => c.CustomerId == number, cancellationToken) is { } customer
            ? AddressesOf(customer).Where(address => address.IsReadable).ToValueList()
            : [];
    }

    private static IEnumerable<MarketingAddress> AddressesOf(Customer customer)
    {
        var country = Countries.CodeOf(customer.Country);
        return [MarketingAddress.Email(customer.Email), MarketingAddress.Phone(customer.Phone, country), MarketingAddress.TextMessage(customer.Phone, country)];
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The list of addresses that get no advertising could not be changed: {Fault}")]
    private static partial void LogNoKeys(ILogger logger, string fault);
}
