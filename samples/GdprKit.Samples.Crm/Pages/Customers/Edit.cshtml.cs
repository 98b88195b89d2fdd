using System.ComponentModel.DataAnnotations;
using System.Globalization;
using GdprKit.Samples.Crm.Customers;
using GdprKit.Samples.Crm.Data;
using GdprKit.Samples.Crm.Forms;
using GdprKit.Samples.Crm.Gdpr.History;
using GdprKit.Samples.Crm.Localization;
using GdprKit.Samples.Crm.SignIn;
using GdprKit.Samples.Crm.Suppression;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace GdprKit.Samples.Crm.Pages.Customers;

public sealed class EditModel(CrmDbContext db, CustomerRemoval removal, ChangedCategories categories, NoAdvertisingList list, IStringLocalizer<Texts> texts) : PageModel
{
    [FromRoute]
    public int Id { get; set; }

    [BindProperty]
    public CustomerForm Form { get; set; } = new();

    [BindProperty]
    [Display(Name = "Customer.SupportRep")]
    public int? SupportRepId { get; set; }

    /// <summary>The language in which the shop writes to the customer; nothing while nobody knows it.</summary>
    [BindProperty]
    [Display(Name = "Customer.Language"), RegularExpression("nl|en", ErrorMessage = "Validation.Invalid")]
    public string? WrittenIn { get; set; }

    /// <summary>Why the data change, for the history of the customer.</summary>
    [BindProperty]
    [Display(Name = "Customer.Note"), StringLength(200), SingleLine]
    public string? Note { get; set; }

    /// <summary>A customer of whom tax law asks nothing can be removed.</summary>
    public bool MayRemove { get; private set; }

    public string CustomerName { get; private set; } = "";

    public IReadOnlyList<SelectListItem> SupportReps { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Languages { get; private set; } = [];

    private SubjectId Person => SubjectId.Of(Crm.Gdpr.Crm.Customers, Id);

    [TempData]
    public string? Confirmation { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var customer = await db.Customers.AsNoTracking().SingleOrDefaultAsync(c => c.CustomerId == Id, cancellationToken);
        if (customer is null)
        {
            return NotFound();
        }

        Form = CustomerForm.Of(customer);
        (SupportRepId, WrittenIn) = (customer.SupportRepId, customer.Language);
        return await FormAsync(customer, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var customer = await db.Customers.SingleOrDefaultAsync(c => c.CustomerId == Id, cancellationToken);
        if (customer is null)
        {
            return NotFound();
        }

        if (SupportRepId is not null && !await db.Employees.AnyAsync(e => e.EmployeeId == SupportRepId, cancellationToken))
        {
            ModelState.AddModelError(nameof(SupportRepId), texts["Validation.Invalid"]);
        }

        if (!ModelState.IsValid)
        {
            return await FormAsync(customer, cancellationToken);
        }

        var addresses = NoAdvertisingList.AddressesOf(customer);
        Form.CopyTo(customer);
        (customer.SupportRepId, customer.Language) = (SupportRepId, WrittenIn);
        var changed = categories.Of(db.Entry(customer));
        await db.SaveChangesWithGdprAsync(
            async (gdpr, token) =>
            {
                await gdpr.ChangedAsync(Person, changed, User.AsPerson, Note, token);
                await list.ChangeAsync(gdpr, Person, addresses, customer, token);
            },
            cancellationToken);
        Confirmation = texts["Customer.Saved", customer.FullName];
        return RedirectToPage("/Customers/Details", new { id = Id });
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancellationToken)
    {
        if (await removal.RemoveAsync(Id, User.AsPerson, cancellationToken) is not { } customer)
        {
            return NotFound();
        }

        Confirmation = texts["Customer.Removed", customer.FullName];
        return RedirectToPage("/Customers/Index");
    }

    private async Task<IActionResult> FormAsync(Customer customer, CancellationToken cancellationToken)
    {
        CustomerName = customer.FullName;
        MayRemove = !await db.Invoices.AnyAsync(i => i.CustomerId == Id, cancellationToken) && !await removal.IsOnHoldAsync(Id, cancellationToken);
        var employees = await db.Employees.AsNoTracking().OrderBy(e => e.LastName).ToListAsync(cancellationToken);
        SupportReps =
        [
            new SelectListItem(texts["Customer.NoSupportRep"], ""),
            .. employees.Select(e => new SelectListItem($"{e.FullName} ({e.Title})", e.EmployeeId.ToString(CultureInfo.InvariantCulture))),
        ];
        Languages =
        [
            new SelectListItem(texts["Customer.NoLanguage"], ""),
            .. Cultures.All.Select(culture => new SelectListItem(texts[$"NoticeRead.In.{culture.Name}"], culture.Name)),
        ];
        return Page();
    }
}
