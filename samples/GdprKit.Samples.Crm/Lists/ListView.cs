using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace GdprKit.Samples.Crm.Lists;

/// <summary>Where the reader is in a list: how it is filtered and sorted, which page, of how many.</summary>
/// <param name="Path">The address of the list.</param>
/// <param name="Filters">What else the address holds, such as a search text.</param>
public sealed record ListView(string Path, IReadOnlyDictionary<string, string?> Filters, SortOrder Sort, int Page, int Total)
{
    public const int PageSize = 20;

    public int Pages => Math.Max(1, (Total + PageSize - 1) / PageSize);

    public int First => Total == 0 ? 0 : Skip + 1;

    public int Last => Math.Min(Skip + PageSize, Total);

    public int Skip => (Page - 1) * PageSize;

    /// <summary>Shows the page that the address asks for, and the nearest one when there is no such page.</summary>
    public static ListView Create(string path, IReadOnlyDictionary<string, string?> filters, SortOrder sort, string? page, int total)
    {
        var view = new ListView(path, filters, sort, 1, total);
        return int.TryParse(page, CultureInfo.InvariantCulture, out var asked) ? view with { Page = Math.Clamp(asked, 1, view.Pages) } : view;
    }

    public string PageAddress(int page) => Address(Sort, page);

    /// <summary>Sorts by the column, and the other way round if it was sorted by that column already.</summary>
    public string SortAddress(string column) => Address(new(column, Sort.Column == column && !Sort.Descending), 1);

    private string Address(SortOrder sort, int page)
    {
        var query = new Dictionary<string, string?>(Filters, StringComparer.Ordinal) { ["sort"] = sort.ToString() };
        if (page > 1)
        {
            query["p"] = page.ToString(CultureInfo.InvariantCulture);
        }

        return QueryHelpers.AddQueryString(Path, query.Where(pair => !string.IsNullOrEmpty(pair.Value)));
    }
}
