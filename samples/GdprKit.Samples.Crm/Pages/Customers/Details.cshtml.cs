using GdprKit.Samples.Crm.Data;
using GdprKit.Samples.Crm.Privacy;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace GdprKit.Samples.Crm.Pages.Customers;

public sealed class DetailsModel(CrmDbContext db, KeptData kept, LogBook book) : PageModel
{
    public Customer Customer { get; private set; } = null!;

    public IReadOnlyList<Invoice> Invoices { get; private set; } = [];

    public IReadOnlyList<KeptTable> Kept { get; private set; } = [];

    public IReadOnlyList<LogLine> History { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken)
    {
        var customer = await db.Customers.AsNoTracking()
            .Include(c => c.SupportRep)
            .SingleOrDefaultAsync(c => c.CustomerId == id, cancellationToken);
        if (customer is null)
        {
            return NotFound();
        }

        Customer = customer;
        Invoices = await db.Invoices.AsNoTracking()
            .Where(i => i.CustomerId == id)
            .OrderByDescending(i => i.InvoiceDate).ThenByDescending(i => i.InvoiceId)
            .ToListAsync(cancellationToken);
        Kept = await kept.OfAsync(SubjectId.Of(Crm.Gdpr.Crm.Customers, id), cancellationToken);
        History = await book.AboutAsync(SubjectId.Of(Crm.Gdpr.Crm.Customers, id), cancellationToken);
        return Page();
    }
}
