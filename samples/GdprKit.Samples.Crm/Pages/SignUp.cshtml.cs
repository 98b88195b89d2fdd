using GdprKit.Samples.Crm.Customers;
using GdprKit.Samples.Crm.Data;
using GdprKit.Samples.Crm.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace GdprKit.Samples.Crm.Pages;

public sealed class SignUpModel(CustomerSignUp signUp, IStringLocalizer<Texts> texts) : PageModel
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

        await signUp.SignUpAsync(Form, cancellationToken);

        // The same answer to an address that is known already: nobody can find out here who is a customer.
        Confirmation = texts["SignUp.Done"];
        return RedirectToPage("/Index");
    }
}
