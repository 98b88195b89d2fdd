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
    /// <returns>Who was removed; <see langword="null"/> when there is no such customer, or one with invoices, and then nothing is changed.</returns>
    public async Task<Customer?> RemoveAsync(int id, SubjectId by, CancellationToken cancellationToken)
    {
        var customer = await db.Customers.SingleOrDefaultAsync(c => c.CustomerId == id && c.Invoices.Count == 0, cancellationToken);
        if (customer is not null)
        {
            db.Remove(customer);
            await db.SaveChangesWithGdprAsync((gdpr, token) => gdpr.RemovedAsync(SubjectId.Of(Gdpr.Crm.Customers, id), by, token), cancellationToken);
        }

        return customer;
    }
}
