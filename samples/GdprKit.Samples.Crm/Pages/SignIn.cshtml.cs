using GdprKit.Samples.Crm.Data;
using GdprKit.Samples.Crm.Localization;
using GdprKit.Samples.Crm.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace GdprKit.Samples.Crm.Pages;

/// <summary>The sign-in of a sample: one picks an employee, without a password. A real application has a real one.</summary>
public sealed class SignInModel(CrmDbContext db, IStringLocalizer<Texts> texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public IReadOnlyList<Employee> Employees { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Employees = await db.Employees.AsNoTracking().OrderBy(e => e.EmployeeId).ToListAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(int employeeId, CancellationToken cancellationToken)
    {
        var employee = await db.Employees.AsNoTracking().SingleOrDefaultAsync(e => e.EmployeeId == employeeId, cancellationToken);
        if (employee is null)
        {
            ModelState.Clear();
            ModelState.AddModelError("", texts["SignIn.Unknown"]);
            await OnGetAsync(cancellationToken);
            return Page();
        }

        await HttpContext.SignInAsync(EmployeePrincipal.For(employee));
        return Url.IsLocalUrl(ReturnUrl) ? LocalRedirect(ReturnUrl) : RedirectToPage("/Dashboard");
    }

    public async Task<IActionResult> OnPostSignOutAsync()
    {
        await HttpContext.SignOutAsync();
        return RedirectToPage("/Index");
    }
}
