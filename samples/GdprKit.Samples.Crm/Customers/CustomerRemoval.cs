using GdprKit.Samples.Crm.Data;
using GdprKit.Samples.Crm.Gdpr.History;
using Microsoft.EntityFrameworkCore;

namespace GdprKit.Samples.Crm.Customers;

/// <summary>An employee removes a customer of whom tax law asks nothing.</summary>
public sealed class CustomerRemoval(CrmDbContext db)
{
    /// <summary>Removes the customer, and from the ledger who it was, together.</summary>
    /// <param name="id">The number of the customer.</param>
    /// <param name="by">The employee.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>Who was removed; <see langword="null"/> when there is no such customer, one with invoices, or one on hold, and then nothing is changed.</returns>
    public async Task<Customer?> RemoveAsync(int id, SubjectId by, CancellationToken cancellationToken)
    {
        var customer = await db.Customers.SingleOrDefaultAsync(c => c.CustomerId == id && c.Invoices.Count == 0, cancellationToken);
        if (customer is not null && await IsOnHoldAsync(id, cancellationToken))
        {
            return null;
        }

        if (customer is not null)
        {
            db.Remove(customer);
            await db.SaveChangesWithGdprAsync((gdpr, token) => gdpr.RemovedAsync(SubjectId.Of(Gdpr.Crm.Customers, id), by, token), cancellationToken);
        }

        return customer;
    }

    /// <summary>Whether a legal hold keeps the customer: one on this customer, or one on a category, a table or a selection of its rows, which may be about this customer too.</summary>
    /// <param name="id">The number of the customer.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<bool> IsOnHoldAsync(int id, CancellationToken cancellationToken)
    {
        var person = SubjectId.Of(Gdpr.Crm.Customers, id);
        return await db.Gdpr().Holds.ListAsync(cancellationToken).AnyAsync(hold => hold.Scope is not HoldScope.Person other || other.Subject == person, cancellationToken);
    }
}
