using System.Globalization;
using GdprKit.Samples.Crm.Data;
using GdprKit.Samples.Crm.Lists;
using GdprKit.Samples.Crm.Localization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace GdprKit.Samples.Crm.Pages.Invoices;

public sealed class IndexModel(CrmDbContext db, ShopCalendar calendar, IStringLocalizer<Texts> texts) : PageModel
{
    private static readonly string[] Columns = ["number", "date", "customer", "country", "total"];

    public string? Search { get; private set; }

    public int? Year { get; private set; }

    /// <summary>This year, and every other year with an invoice, the last one first.</summary>
    public IReadOnlyList<int> Years { get; private set; } = [];

    public IReadOnlyList<Invoice> Invoices { get; private set; } = [];

    public decimal Sum { get; private set; }

    public ListView List { get; private set; } = null!;

    public async Task OnGetAsync(string? q, string? year, string? sort, string? p, CancellationToken cancellationToken)
    {
        Search = q?.Trim();
        var used = await db.Invoices.Select(i => i.InvoiceDate.Year).Distinct().ToListAsync(cancellationToken);
        Years = [.. used.Append(calendar.Today.Year).Distinct().OrderDescending()];
        Year = int.TryParse(year, CultureInfo.InvariantCulture, out var asked) && Years.Contains(asked) ? asked : null;
        var invoices = db.Invoices.AsNoTracking();
        if (Search?.Length > SearchText.MaximumLength)
        {
            ModelState.AddModelError("q", texts["List.SearchTooLong", SearchText.MaximumLength]);
            Search = Search[..SearchText.MaximumLength];
            invoices = invoices.Where(i => false);
        }

        invoices = Matching(invoices);
        if (Year is not null)
        {
            invoices = invoices.Where(i => i.InvoiceDate.Year == Year);
        }

        Sum = await invoices.SumAsync(i => i.Total, cancellationToken);
        List = ListView.Create(
            "/invoices",
            new Dictionary<string, string?> { ["q"] = Search, ["year"] = Year?.ToString(CultureInfo.InvariantCulture) },
            SortOrder.Parse(sort, Columns, new SortOrder("date", Descending: true)),
            p,
            await invoices.CountAsync(cancellationToken));
        Invoices = await Sorted(invoices)
            .ThenByDescending(i => i.InvoiceId)
            .Skip(List.Skip).Take(ListView.PageSize)
            .Include(i => i.Customer)
            .ToListAsync(cancellationToken);
    }

    private IQueryable<Invoice> Matching(IQueryable<Invoice> invoices)
    {
        foreach (var word in SearchText.Words(Search))
        {
            var pattern = SearchText.Pattern(word);
            var countries = Countries.Matching(word);
            var number = int.TryParse(word, CultureInfo.InvariantCulture, out var parsed) ? parsed : (int?)null;
            invoices = invoices.Where(i =>
                i.InvoiceId == number
                || EF.Functions.Like(i.Customer.FirstName, pattern, SearchText.Escape)
                || EF.Functions.Like(i.Customer.LastName, pattern, SearchText.Escape)
                || EF.Functions.Like(i.Customer.Company, pattern, SearchText.Escape)
                || EF.Functions.Like(i.BillingCity, pattern, SearchText.Escape)
                || countries.Contains(i.BillingCountry));
        }

        return invoices;
    }

    private IOrderedQueryable<Invoice> Sorted(IQueryable<Invoice> invoices) => List.Sort.Column switch
    {
        "number" => List.Sort.Apply(invoices, i => i.InvoiceId),
        "customer" => List.Sort.Apply(invoices, i => i.Customer.LastName + i.Customer.FirstName),
        "country" => List.Sort.Apply(invoices, i => i.BillingCountry),
        "total" => List.Sort.Apply(invoices, i => i.Total),
        _ => List.Sort.Apply(invoices, i => i.InvoiceDate),
    };
}
