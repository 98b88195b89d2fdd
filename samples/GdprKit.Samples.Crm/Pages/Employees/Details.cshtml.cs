using GdprKit.Samples.Crm.Data;
using GdprKit.Samples.Crm.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace GdprKit.Samples.Crm.Pages.Employees;

public sealed class DetailsModel(CrmDbContext db, IAuthorizationService authorization) : PageModel
{
    public Employee Employee { get; private set; } = null!;

    public int Customers { get; private set; }

    /// <summary>Home address and birth date are for managers, and for the employee.</summary>
    public bool ShowsPrivateData { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken)
    {
        var employee = await db.Employees.AsNoTracking()
            .Include(e => e.Manager)
            .Include(e => e.Team.OrderBy(member => member.LastName))
            .SingleOrDefaultAsync(e => e.EmployeeId == id, cancellationToken);
        if (employee is null)
        {
            return NotFound();
        }

        Employee = employee;
        Customers = await db.Customers.CountAsync(c => c.SupportRepId == id, cancellationToken);
        ShowsPrivateData = User.EmployeeId == id || (await authorization.AuthorizeAsync(User, CrmPolicies.Manager)).Succeeded;
        return Page();
    }
}
