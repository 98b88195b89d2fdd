using GdprKit.Samples.Crm.Data;
using GdprKit.Samples.Crm.Gdpr.History;
using GdprKit.Samples.Crm.Localization;
using GdprKit.Samples.Crm.Privacy;
using GdprKit.Samples.Crm.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace GdprKit.Samples.Crm.Pages.Employees;

public sealed class DetailsModel(CrmDbContext db, KeptData kept, LogBook book, IAuthorizationService authorization, IStringLocalizer<Texts> texts) : PageModel
{
    public Employee Employee { get; private set; } = null!;

    public int Customers { get; private set; }

    /// <summary>Home address and birth date are for managers, and for the employee.</summary>
    public bool ShowsPrivateData { get; private set; }

    public IReadOnlyList<KeptTable> Kept { get; private set; } = [];

    public IReadOnlyList<LogLine> History { get; private set; } = [];

    /// <summary>Managers say when somebody left.</summary>
    public bool MayEdit { get; private set; }

    /// <summary>The last day of the employment, from which its data are kept for two years; nothing while it goes on.</summary>
    [BindProperty]
    public DateTime? LeftOn { get; set; }

    [TempData]
    public string? Confirmation { get; set; }

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (!MayEdit)
        {
            return Forbid();
        }

        if (LeftOn < Employee.HireDate)
        {
            ModelState.AddModelError(nameof(LeftOn), texts["Employee.LeftOnWrong"]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var employee = await db.Employees.SingleAsync(e => e.EmployeeId == id, cancellationToken);
        var isChanged = employee.LeftOn != LeftOn;
        employee.LeftOn = LeftOn;
        await db.SaveChangesWithGdprAsync(
            (gdpr, token) => gdpr.ChangedAsync(SubjectId.Of(Crm.Gdpr.Crm.Employees, id), isChanged ? [Crm.Gdpr.Crm.Employment] : [], User.AsPerson, note: null, token),
            cancellationToken);
        Confirmation = texts["Customer.Saved", Employee.FullName];
        return RedirectToPage(new { id });
    }

    private async Task<bool> LoadAsync(int id, CancellationToken cancellationToken)
    {
        var employee = await db.Employees.AsNoTracking()
            .Include(e => e.Manager)
            .Include(e => e.Team.OrderBy(member => member.LastName))
            .SingleOrDefaultAsync(e => e.EmployeeId == id, cancellationToken);
        if (employee is null)
        {
            return false;
        }

        Employee = employee;
        Customers = await db.Customers.CountAsync(c => c.SupportRepId == id, cancellationToken);
        MayEdit = (await authorization.AuthorizeAsync(User, CrmPolicies.Manager)).Succeeded;
        ShowsPrivateData = MayEdit || User.EmployeeId == id;
        if (ShowsPrivateData)
        {
            Kept = await kept.OfAsync(SubjectId.Of(Crm.Gdpr.Crm.Employees, id), cancellationToken);
            History = await book.AboutAsync(SubjectId.Of(Crm.Gdpr.Crm.Employees, id), cancellationToken);
        }

        return true;
    }
}
