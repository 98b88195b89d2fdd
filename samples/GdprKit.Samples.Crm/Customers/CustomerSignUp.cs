using GdprKit.Samples.Crm.Data;
using GdprKit.Samples.Crm.Gdpr.History;
using Microsoft.EntityFrameworkCore;

namespace GdprKit.Samples.Crm.Customers;

/// <summary>Somebody becomes a customer by the form on the site.</summary>
public sealed class CustomerSignUp(CrmDbContext db, ShopCalendar calendar)
{
    /// <summary>Adds a customer, and what the ledger remembers of it, together.</summary>
    /// <param name="form">What was filled in; it is valid.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The customer; <see langword="null"/> when the address is known already, and then nothing is changed.</returns>
    public async Task<Customer?> SignUpAsync(CustomerForm form, CancellationToken cancellationToken)
    {
        var email = form.Email!.Trim();
        if (await db.Customers.AnyAsync(c => EF.Functions.Collate(c.Email, "NOCASE") == email, cancellationToken))
        {
            return null;
        }

        var customer = new Customer { FirstName = "", LastName = "", Email = "", SignedUpOn = calendar.Today.ToDateTimeUnspecified() };
        form.CopyTo(customer);
        db.Add(customer);
        await db.SaveChangesWithGdprAsync(
            (gdpr, token) => gdpr.AddedAsync(SubjectId.Of(Gdpr.Crm.Customers, customer.CustomerId), AddedThrough.SignUpForm, token),
            cancellationToken);
        return customer;
    }
}
