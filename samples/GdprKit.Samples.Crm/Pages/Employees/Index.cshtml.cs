using GdprKit.Samples.Crm.Data;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace GdprKit.Samples.Crm.Pages.Employees;

public sealed class IndexModel(CrmDbContext db) : PageModel
{
    public IReadOnlyList<EmployeeRow> Employees { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Employees = await db.Employees
            .OrderBy(e => e.LastName).ThenBy(e => e.FirstName)
            .Select(e => new EmployeeRow(e.EmployeeId, e.FullName, e.Title, e.Email, e.Customers.Count))
            .ToListAsync(cancellationToken);

    public sealed record EmployeeRow(int EmployeeId, string Name, string? Title, string? Email, int Customers);
}
