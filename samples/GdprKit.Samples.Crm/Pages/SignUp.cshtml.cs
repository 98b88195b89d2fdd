using GdprKit.Samples.Crm.Data;
using GdprKit.Samples.Crm.Gdpr.History;
using GdprKit.Samples.Crm.Localization;
using GdprKit.Samples.Crm.Pages.Customers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace GdprKit.Samples.Crm.Pages;

public sealed class SignUpModel(CrmDbContext db, ShopCalendar calendar, IStringLocalizer<Texts> texts) : PageModel
{
    [BindProperty]
    public CustomerForm Form { get; set; } = new() { Country = Countries.Netherlands };

    [TempData]
    public string? Confirmation { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var email = Form.Email!.Trim();
        if (!await db.Customers.AnyAsync(c => EF.Functions.Collate(c.Email, "NOCASE") == email, cancellationToken))
        {
            var customer = new Customer { FirstName = "", LastName = "", Email = "", SignedUpOn = calendar.Today.ToDateTimeUnspecified() };
            Form.CopyTo(customer);
            db.Add(customer);
            await db.SaveChangesWithGdprAsync(
                (gdpr, token) => gdpr.AddedAsync(SubjectId.Of(Crm.Gdpr.Crm.Customers, customer.CustomerId), AddedThrough.SignUpForm, token),
                cancellationToken);
        }

        // The same answer to an address that is known already: nobody can find out here who is a customer.
        Confirmation = texts["SignUp.Done"];
        return RedirectToPage("/Index");
    }
}
