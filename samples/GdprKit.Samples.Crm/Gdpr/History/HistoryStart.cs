using GdprKit.EntityFrameworkCore;
using GdprKit.Samples.Crm.Data;
using Microsoft.EntityFrameworkCore;

namespace GdprKit.Samples.Crm.Gdpr.History;

/// <summary>What the ledger has to know before the first page is shown: who is in the database already, and by which register the shop works.</summary>
public sealed class HistoryStart(CrmDbContext db, ProcessingRegister register)
{
    private const int AtOnce = 10_000;

    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await LinkAsync(Crm.Customers, db.Customers.Select(customer => customer.CustomerId), cancellationToken);
        await LinkAsync(Crm.Employees, db.Employees.Select(employee => employee.EmployeeId), cancellationToken);
        await db.Gdpr().Streams.AppendAsync<RegisterHistory>(
            RegisterHistory.Stream,
            about: null,
            state => state.Register == register.Hash ? [] : [RegisterHistory.Used.Draft(new RegisterUsed(register.Hash))],
            cancellationToken);
    }

    // Page after page, so that a large database needs little memory, and a start that is broken off goes on at the next.
    private async Task LinkAsync(Key<SubjectKind> kind, IQueryable<int> people, CancellationToken cancellationToken)
    {
        var name = kind.ToString();
        var links = db.Set<SubjectLinkRow>().Where(link => link.SubjectKind == name);
        for (List<int> page = [0]; page.Count > 0;)
        {
            var last = page[^1];
#pragma warning disable CA1305 // The database does it, and knows no culture.
            page = await people
                .Where(id => id > last && !links.Any(link => link.SubjectKey == id.ToString()))
                .OrderBy(id => id).Take(AtOnce)
                .ToListAsync(cancellationToken);
#pragma warning restore CA1305
            if (page.Count > 0)
            {
                var gdpr = db.Gdpr();
                await gdpr.Subjects.LinkAsync(page.Select(id => SubjectId.Of(kind, id)).ToValueList(), gdpr.Clock.GetCurrentInstant(), cancellationToken);
            }
        }
    }
}
