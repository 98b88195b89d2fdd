using GdprKit.Samples.Crm.Data;
using GdprKit.Samples.Crm.Lists;
using Microsoft.EntityFrameworkCore;

namespace GdprKit.Samples.Crm.Requests;

/// <summary>Finds the customer who made a request, by what the request says of them.</summary>
public sealed class CustomerSearch(CrmDbContext db)
{
    private const int MostFound = 12;

    /// <summary>The customers in whom every word is found, the first few by name.</summary>
    public async Task<IReadOnlyList<Customer>> FindAsync(string text, CancellationToken cancellationToken)
    {
        var customers = db.Customers.AsNoTracking();
        foreach (var word in SearchText.Words(text))
        {
            var pattern = SearchText.Pattern(word);
            customers = customers.Where(c =>
                EF.Functions.Like(c.FirstName, pattern, SearchText.Escape)
                || EF.Functions.Like(c.LastName, pattern, SearchText.Escape)
                || EF.Functions.Like(c.Company, pattern, SearchText.Escape)
                || EF.Functions.Like(c.City, pattern, SearchText.Escape)
                || EF.Functions.Like(c.Phone, pattern, SearchText.Escape)
                || EF.Functions.Like(c.Email, pattern, SearchText.Escape));
        }

        return await customers.OrderBy(c => c.LastName).ThenBy(c => c.FirstName).ThenBy(c => c.CustomerId).Take(MostFound).ToListAsync(cancellationToken);
    }
}
