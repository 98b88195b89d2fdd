using System.Globalization;
using GdprKit.Samples.Crm.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace GdprKit.Samples.Crm.Pages;

public sealed class DashboardModel(CrmDbContext db, ShopCalendar calendar, RightsRequests requests, IAuthorizationService authorization) : PageModel
{
    private const int Shown = 5;

    public int ThisYear { get; } = calendar.Today.Year;

    public int Customers { get; private set; }

    public int UnassignedCustomers { get; private set; }

    public int InvoicesThisYear { get; private set; }

    public decimal RevenueThisYear { get; private set; }

    public IReadOnlyList<int> Years { get; private set; } = [];

    public RevenueYear? Revenue { get; private set; }

    /// <summary>How many requests are open; <see langword="null"/> for who may not see them.</summary>
    public RightsRequestReport? Requests { get; private set; }

    public IReadOnlyList<Invoice> LatestInvoices { get; private set; } = [];

    public async Task OnGetAsync(string? year, CancellationToken cancellationToken)
    {
        Customers = await db.Customers.CountAsync(cancellationToken);
        UnassignedCustomers = await db.Customers.CountAsync(c => c.SupportRepId == null, cancellationToken);
        InvoicesThisYear = await InvoicesOf(ThisYear).CountAsync(cancellationToken);
        RevenueThisYear = await InvoicesOf(ThisYear).SumAsync(i => i.Total, cancellationToken);
        LatestInvoices = await db.Invoices.AsNoTracking()
            .Include(i => i.Customer)
            .OrderByDescending(i => i.InvoiceDate).ThenByDescending(i => i.InvoiceId)
            .Take(Shown)
            .ToListAsync(cancellationToken);
        Requests = (await authorization.AuthorizeAsync(User, GdprKitPolicies.ViewRequests)).Succeeded ? await requests.ReportAsync(cancellationToken) : null;
        Years = await db.Invoices.Select(i => i.InvoiceDate.Year).Distinct().OrderBy(y => y).ToListAsync(cancellationToken);
        if (Years.Count > 0)
        {
            Revenue = await RevenueOfAsync(Chosen(year), cancellationToken);
        }
    }

    // The year that was asked for, or else the last one in which anything was sold.
    private int Chosen(string? year) =>
        int.TryParse(year, CultureInfo.InvariantCulture, out var asked) && Years.Contains(asked) ? asked : Years[^1];

    private async Task<RevenueYear> RevenueOfAsync(int year, CancellationToken cancellationToken)
    {
        var months = await InvoicesOf(year)
            .GroupBy(i => i.InvoiceDate.Month)
            .Select(month => new { month.Key, Total = month.Sum(i => i.Total) })
            .ToDictionaryAsync(month => month.Key, month => month.Total, cancellationToken);
        return new RevenueYear(year, months);
    }

    private IQueryable<Invoice> InvoicesOf(int year) => db.Invoices.Where(i => i.InvoiceDate.Year == year);
}
