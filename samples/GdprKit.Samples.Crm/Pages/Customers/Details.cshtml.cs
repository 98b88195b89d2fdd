using GdprKit.Samples.Crm.Centre;
using GdprKit.Samples.Crm.Customers;
using GdprKit.Samples.Crm.Data;
using GdprKit.Samples.Crm.Localization;
using GdprKit.Samples.Crm.Privacy;
using GdprKit.Samples.Crm.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace GdprKit.Samples.Crm.Pages.Customers;

public sealed class DetailsModel(CrmDbContext db, KeptData kept, LogBook book, PrivacyCentre centre, CustomerNotice notice, NoticeReports reports, IStringLocalizer<Texts> texts) : PageModel
{
    public Customer Customer { get; private set; } = null!;

    /// <summary>The link to the customer's own privacy centre that was just made; shown once.</summary>
    [TempData]
    public string? CentreLink { get; set; }

    /// <summary>What an employee writes down of a customer who read the notice.</summary>
    [BindProperty]
    public NoticeReadForm Read { get; set; } = new() { Language = Language.OfReader.Code };

    /// <summary>How it stands with the customer and the version that holds; <see langword="null"/> before one does.</summary>
    public (NoticeVersion Version, NoticeDelivery Delivery)? Notice { get; private set; }

    public IReadOnlyList<SelectListItem> Means =>
        [.. new[] { AcknowledgementMeans.Phone, AcknowledgementMeans.Paper }.Select(means => new SelectListItem(texts[$"NoticeRead.{means}"], means.ToString()))];

    public IReadOnlyList<SelectListItem> Languages =>
        [.. Notice!.Value.Version.Texts.Select(text => new SelectListItem(texts[$"NoticeRead.In.{text.Language}"], text.Language.Code))];

    [TempData]
    public string? Confirmation { get; set; }

    public IReadOnlyList<Invoice> Invoices { get; private set; } = [];

    public IReadOnlyList<KeptTable> Kept { get; private set; } = [];

    public IReadOnlyList<LogLine> History { get; private set; } = [];

    /// <summary>How the customer was told of the privacy notice, every version of it.</summary>
    public ValueList<NoticeEvent> Told { get; private set; } = [];

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
        Notice = await notice.FindAsync(SubjectId.Of(Crm.Gdpr.Crm.Customers, id), cancellationToken);
        Told = await reports.HistoryAsync(SubjectId.Of(Crm.Gdpr.Crm.Customers, id), cancellationToken);
        return Page();
    }

    /// <summary>Records that the customer said on paper or by phone to have read the privacy notice.</summary>
    public async Task<IActionResult> OnPostNoticeReadAsync(int id, CancellationToken cancellationToken)
    {
        if (!await db.Customers.AnyAsync(c => c.CustomerId == id, cancellationToken))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return await OnGetAsync(id, cancellationToken);
        }

        if (!await notice.RecordAsync(SubjectId.Of(Crm.Gdpr.Crm.Customers, id), Read, cancellationToken))
        {
            return BadRequest();
        }

        Confirmation = texts["NoticeRead.Done"];
        return RedirectToPage(new { id });
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
