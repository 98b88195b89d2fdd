using GdprKit.Samples.Crm.Consent;
using GdprKit.Samples.Crm.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace GdprKit.Samples.Crm.Privacy;

/// <summary>Which customers somebody else signed up who were not told of the notice yet, and by when each must be (Art. 14).</summary>
public sealed class SignedUpByOthers(ObtainedPeople obtained, CrmDbContext db)
{
    /// <summary>How many of them are named on the page; the file names all.</summary>
    public const int Shown = 50;

    /// <summary>The numbers, and the customers themselves, those who must be told first at the top.</summary>
    public async Task<(ObtainedReport Report, IReadOnlyList<SignedUpCustomer> Customers)> ReadAsync(CancellationToken cancellationToken)
    {
        var report = await obtained.ReportAsync(cancellationToken);
        if (report.Untold == 0)
        {
            return (report, []);
        }

        // Nobody's day is unknown here, because the shop writes it down with the list.
        var due = await obtained.ReadAsync(cancellationToken).OrderBy(person => person.DueOn ?? LocalDate.MaxIsoValue).Take(Shown).ToListAsync(cancellationToken);
        var numbers = due.ConvertAll(person => CustomerNumber.Of(person.Subject) ?? 0);
        var customers = await db.Customers.AsNoTracking().Where(c => numbers.Contains(c.CustomerId)).ToDictionaryAsync(c => c.CustomerId, cancellationToken);
        return (report, [.. due.Zip(numbers).Where(each => customers.ContainsKey(each.Second)).Select(each => new SignedUpCustomer(customers[each.Second], each.First, each.First.IsOverdue(report.Today)))]);
    }
}
