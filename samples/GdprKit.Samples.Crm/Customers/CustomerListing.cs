using System.ComponentModel.DataAnnotations;
using GdprKit.Samples.Crm.Data;
using GdprKit.Samples.Crm.Gdpr.History;
using GdprKit.Samples.Crm.Suppression;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace GdprKit.Samples.Crm.Customers;

/// <summary>
/// Somebody else signs customers up, on a list: a music society its members. They did not give their data themselves, so the shop tells them within a month
/// what it does with them and from whom it has them (Art. 14). A campaign that runs does so; the page "Tell contacts" says who waits.
/// </summary>
public sealed class CustomerListing(CrmDbContext db, ShopCalendar calendar, NoAdvertisingList list)
{
    /// <summary>Adds everybody on a list whose address is not known yet, and what the ledger remembers of it, together.</summary>
    /// <param name="people">The list.</param>
    /// <param name="source">Who signs them up, in at most 80 characters.</param>
    /// <param name="obtainedOn">When the shop got the list; <see langword="null"/> for today.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>Who was added, in the order of the list.</returns>
    /// <exception cref="ValidationException">Something on the list cannot be; nothing is changed. The message names the place and no person.</exception>
    public async Task<IReadOnlyList<Customer>> AddAsync(IReadOnlyList<ListedCustomer> people, string source, LocalDate? obtainedOn, CancellationToken cancellationToken)
    {
        Check(people, source, obtainedOn);
        var customers = new List<Customer>();
        foreach (var person in people)
        {
            var email = person.Email!.Trim();
            if (!customers.Exists(other => string.Equals(other.Email, email, StringComparison.OrdinalIgnoreCase))
                && !await db.Customers.AnyAsync(c => EF.Functions.Collate(c.Email, "NOCASE") == email, cancellationToken))
            {
                customers.Add(new Customer
                {
                    FirstName = person.FirstName!.Trim(),
                    LastName = person.LastName!.Trim(),
                    Email = email,
                    Language = person.Language,
                    Source = source.Trim(),
                    SignedUpOn = (obtainedOn ?? calendar.Today).ToDateTimeUnspecified(),
                });
            }
        }

        db.AddRange(customers);
        await db.SaveChangesWithGdprAsync(
            async (gdpr, token) =>
            {
                foreach (var customer in customers)
                {
                    // Known once the row is saved.
                    var person = SubjectId.Of(Gdpr.Crm.Customers, customer.CustomerId);
                    await gdpr.AddedAsync(person, AddedThrough.List, token);
                    await list.AskForAsync(gdpr, person, customer, token);
                }
            },
            cancellationToken);
        return customers;
    }

    private void Check(IReadOnlyList<ListedCustomer> people, string source, LocalDate? obtainedOn)
    {
        if (string.IsNullOrWhiteSpace(source) || source.Trim().Length > 80)
        {
            throw new ValidationException("Say in at most 80 characters who signs these customers up.");
        }

        if (obtainedOn > calendar.Today)
        {
            throw new ValidationException("The day on which the list came has not come yet.");
        }

        for (var place = 0; place < people.Count; place++)
        {
            var faults = new List<ValidationResult>();
            if (!Validator.TryValidateObject(people[place], new ValidationContext(people[place]), faults, validateAllProperties: true))
            {
                var fields = string.Join(", ", faults.SelectMany(fault => fault.MemberNames).Distinct().Select(name => $"'{name}'"));
                throw new ValidationException($"Number {place + 1} on the list has no usable {fields}. Nobody was added.");
            }
        }
    }
}
