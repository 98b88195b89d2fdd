using GdprKit.Samples.Crm.Requests;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GdprKit.Samples.Crm.Pages.Privacy.Requests;

/// <summary>What people asked about their data, and by when they get an answer.</summary>
[ResponseCache(NoStore = true)]
public sealed class IndexModel(RightsRequests requests, RequestBook book, IAuthorizationService authorization) : PageModel
{
    /// <summary>The lists, by the word in the address.</summary>
    public static readonly IReadOnlyList<string> Views = ["open", "overdue", "closed"];

    /// <summary>Whether the page is for the visitor.</summary>
    public bool MaySee { get; private set; }

    public bool MayHandle { get; private set; }

    /// <summary>Which list is shown.</summary>
    public string Chosen { get; private set; } = Views[0];

    public RightsRequestReport Report { get; private set; } = null!;

    public IReadOnlyList<RequestLine> Lines { get; private set; } = [];

    public bool HasMore { get; private set; }

    /// <summary>How many are in a list; nothing where that is not counted.</summary>
    public string CountOf(string view) => view switch
    {
        "open" => $"({Report.Open})",
        "overdue" => $"({Report.Overdue})",
        _ => "",
    };

    public async Task OnGetAsync(string? view, CancellationToken cancellationToken)
    {
        MaySee = (await authorization.AuthorizeAsync(User, GdprKitPolicies.ViewRequests)).Succeeded;
        if (!MaySee)
        {
            return;
        }

        MayHandle = (await authorization.AuthorizeAsync(User, GdprKitPolicies.HandleRequests)).Succeeded;
        Chosen = view is not null && Views.Contains(view) ? view : Views[0];
        Report = await requests.ReportAsync(cancellationToken);
        var lines = await (Chosen switch
        {
            "overdue" => book.OverdueAsync(cancellationToken),
            "closed" => book.ClosedAsync(cancellationToken),
            _ => book.OpenAsync(cancellationToken),
        });
        (Lines, HasMore) = ([.. lines.Take(RequestBook.MostShown)], lines.Count > RequestBook.MostShown);
    }
}
