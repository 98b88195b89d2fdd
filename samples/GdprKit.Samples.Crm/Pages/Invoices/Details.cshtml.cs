using GdprKit.Samples.Crm.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace GdprKit.Samples.Crm.Pages.Invoices;

public sealed class DetailsModel(CrmDbContext db) : PageModel
{
    public Invoice Invoice { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken)
    {
        var invoice = await db.Invoices.AsNoTracking()
            .Include(i => i.Customer)
            .Include(i => i.Lines.OrderBy(l => l.InvoiceLineId))
            .ThenInclude(l => l.Track.Album!.Artist)
            .SingleOrDefaultAsync(i => i.InvoiceId == id, cancellationToken);
        if (invoice is null)
        {
            return NotFound();
        }

        Invoice = invoice;
        return Page();
    }
}
