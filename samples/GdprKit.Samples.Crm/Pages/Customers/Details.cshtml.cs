using GdprKit.Samples.Crm.Centre;
using GdprKit.Samples.Crm.Data;
using GdprKit.Samples.Crm.Privacy;
using GdprKit.Samples.Crm.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace GdprKit.Samples.Crm.Pages.Customers;

public sealed class DetailsModel(CrmDbContext db, KeptData kept, LogBook book, PrivacyCentre centre) : PageModel
{
    public Customer Customer { get; private set; } = null!;

    /// <summary>The link to the customer's own privacy centre that was just made; shown once.</summary>
    [TempData]
    public string? CentreLink { get; set; }

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

    /// <summary>Makes a link by which the customer sees and changes their own consents. An employee does neither for them.</summary>
    public async Task<IActionResult> OnPostPrivacyLinkAsync(int id, CancellationToken cancellationToken)
    {
        if (!await db.Customers.AnyAsync(c => c.CustomerId == id, cancellationToken))
        {
            return NotFound();
        }

        CentreLink = await centre.MakeLinkAsync(SubjectId.Of(Crm.Gdpr.Crm.Customers, id), User.AsPerson, cancellationToken);
        return RedirectToPage(new { id });
    }
}
