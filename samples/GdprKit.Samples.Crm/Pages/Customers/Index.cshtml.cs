using GdprKit.Samples.Crm.Data;
using GdprKit.Samples.Crm.Lists;
using GdprKit.Samples.Crm.Localization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace GdprKit.Samples.Crm.Pages.Customers;

public sealed class IndexModel(CrmDbContext db, IStringLocalizer<Texts> texts) : PageModel
{
    private static readonly string[] Columns = ["name", "place", "support", "last", "spent"];

    public string? Search { get; private set; }

    public bool Unassigned { get; private set; }

    public IReadOnlyList<CustomerRow> Rows { get; private set; } = [];

    public ListView List { get; private set; } = null!;

    public async Task OnGetAsync(string? q, string? unassigned, string? sort, string? p, CancellationToken cancellationToken)
    {
        Search = q?.Trim();
        Unassigned = unassigned == "true";
        var customers = db.Customers.AsNoTracking();
        if (Search?.Length > SearchText.MaximumLength)
        {
            ModelState.AddModelError("q", texts["List.SearchTooLong", SearchText.MaximumLength]);
            Search = Search[..SearchText.MaximumLength];
            customers = customers.Where(c => false);
        }

        customers = Matching(customers);
        if (Unassigned)
        {
            customers = customers.Where(c => c.SupportRepId == null);
        }

        List = ListView.Create(
            "/customers",
            new Dictionary<string, string?> { ["q"] = Search, ["unassigned"] = Unassigned ? "true" : null },
            SortOrder.Parse(sort, Columns, new SortOrder("name", Descending: false)),
            p,
            await customers.CountAsync(cancellationToken));
        Rows = await Sorted(customers)
            .ThenBy(c => c.LastName).ThenBy(c => c.FirstName).ThenBy(c => c.CustomerId)
            .Skip(List.Skip).Take(ListView.PageSize)
            .Select(c => new CustomerRow(
                c.CustomerId,
                c.FullName,
                c.Company,
                c.City,
                c.Country,
                c.Email,
                c.SupportRep == null ? null : c.SupportRep.FullName,
                c.Invoices.Max(i => (DateTime?)i.InvoiceDate),
                c.Invoices.Sum(i => i.Total)))
            .ToListAsync(cancellationToken);
    }

    private IQueryable<Customer> Matching(IQueryable<Customer> customers)
    {
        foreach (var word in SearchText.Words(Search))
        {
            var pattern = SearchText.Pattern(word);
            var countries = Countries.Matching(word);
            customers = customers.Where(c =>
                EF.Functions.Like(c.FirstName, pattern, SearchText.Escape)
                || EF.Functions.Like(c.LastName, pattern, SearchText.Escape)
                || EF.Functions.Like(c.Company, pattern, SearchText.Escape)
                || EF.Functions.Like(c.City, pattern, SearchText.Escape)
                || EF.Functions.Like(c.Email, pattern, SearchText.Escape)
                || countries.Contains(c.Country));
        }

        return customers;
    }

    private IOrderedQueryable<Customer> Sorted(IQueryable<Customer> customers) => List.Sort.Column switch
    {
        "place" => List.Sort.Apply(customers, c => c.Country + c.City),
        "support" => List.Sort.Apply(customers, c => c.SupportRep!.LastName),
        "last" => List.Sort.Apply(customers, c => c.Invoices.Max(i => (DateTime?)i.InvoiceDate)),
        "spent" => List.Sort.Apply(customers, c => c.Invoices.Sum(i => i.Total)),
        _ => List.Sort.Apply(customers, c => c.LastName),
    };
}
