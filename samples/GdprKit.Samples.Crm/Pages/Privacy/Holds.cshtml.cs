using System.Globalization;
using GdprKit.Ledger;
using GdprKit.Samples.Crm.Data;
using GdprKit.Samples.Crm.Localization;
using GdprKit.Samples.Crm.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace GdprKit.Samples.Crm.Pages.Privacy;

/// <summary>What keeps data from going although their time has come: the holds that stand, and the form to place one.</summary>
public sealed class HoldsModel(
    LegalHolds holds, CrmDbContext db, ProcessingRegister register, ShopCalendar calendar, IClock clock, IAuthorizationService authorization, IStringLocalizer<Texts> texts) : PageModel
{
    private const int MostShown = 200;

    private const string CategoryPrefix = "category/";

    private const string QueryPrefix = "query/";

    private const string CustomerPrefix = "customer/";

    /// <summary>Whether the page is for the visitor.</summary>
    public bool MaySee { get; private set; }

    /// <summary>The holds that stand, those first that must be reviewed first.</summary>
    public IReadOnlyList<HoldLine> Lines { get; private set; } = [];

    public bool HasMore { get; private set; }

    /// <summary>How many should have been reviewed by now.</summary>
    public long Overdue { get; private set; }

    /// <summary>On what a hold can be placed: the customer from whose page the visitor comes, the queries of the maps, and every category.</summary>
    public IReadOnlyList<SelectListItem> Choices { get; private set; } = [];

    public LocalDate Today => calendar.Today;

    /// <summary>The last day that a review can be put off to.</summary>
    public LocalDate Last => Today.PlusMonths(12);

    public LocalDate Proposed => Today.PlusMonths(6);

    /// <summary>The number of the customer from whose page the visitor comes.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Customer { get; set; }

    [BindProperty]
    public HoldForm Form { get; set; } = new();

    /// <summary>Which hold is prolonged or lifted.</summary>
    [BindProperty]
    public string? Hold { get; set; }

    [BindProperty]
    public DateOnly? ReviewOn { get; set; }

    /// <summary>Why a hold is still needed, or not any more.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Why something was not done, in English as every message of GdprKit.</summary>
    public string? Fault { get; private set; }

    [TempData]
    public string? Confirmation { get; set; }

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public Task<IActionResult> OnPostPlaceAsync(CancellationToken cancellationToken) => DoAsync(
        "Holds.Placed",
        async () => await holds.PlaceAsync(
            await ScopeAsync(cancellationToken),
            Form.Ground,
            User.AsOperator,
            Form.Matter ?? "",
            Form.ReviewOn is { } day ? LocalDate.FromDateOnly(day) : default,
            EntryId.TryParse(Form.Id, out var id) ? id : null,
            cancellationToken),
        cancellationToken);

    public Task<IActionResult> OnPostProlongAsync(CancellationToken cancellationToken) => DoAsync(
        "Holds.Prolonged",
        async () =>
        {
            var (scope, id) = await FindAsync(cancellationToken);
            await holds.ProlongAsync(scope, id, ReviewOn is { } day ? LocalDate.FromDateOnly(day) : default, User.AsOperator, Reason ?? "", cancellationToken);
        },
        cancellationToken);

    public Task<IActionResult> OnPostLiftAsync(CancellationToken cancellationToken) => DoAsync(
        "Holds.Lifted",
        async () =>
        {
            var (scope, id) = await FindAsync(cancellationToken);
            await holds.LiftAsync(scope, id, User.AsOperator, Reason ?? "", cancellationToken);
        },
        cancellationToken);

    private async Task<IActionResult> DoAsync(string done, Func<Task> act, CancellationToken cancellationToken)
    {
        if (!await MayAsync())
        {
            return Forbid();
        }

        try
        {
            await act();
        }
        catch (Exception fault) when (fault is ArgumentException or InvalidOperationException or LedgerException)
        {
            Fault = fault.Message;
            await LoadAsync(cancellationToken);
            return Page();
        }

        Confirmation = texts[done];
        return RedirectToPage();
    }

    // A customer who is not there would be protected from nothing, and nobody would notice.
    private async Task<HoldScope> ScopeAsync(CancellationToken cancellationToken)
    {
        var on = Form.On ?? "";
        return on.StartsWith(CustomerPrefix, StringComparison.Ordinal)
            && int.TryParse(on[CustomerPrefix.Length..], CultureInfo.InvariantCulture, out var id) && await db.Customers.AnyAsync(c => c.CustomerId == id, cancellationToken)
                ? new HoldScope.Person(SubjectId.Of(Crm.Gdpr.Crm.Customers, id))
            : on.StartsWith(QueryPrefix, StringComparison.Ordinal) && holds.Queries.FirstOrDefault(query => query.Scope.Key.ToString() == on[QueryPrefix.Length..]) is { Scope: var query } ? query
            : on.StartsWith(CategoryPrefix, StringComparison.Ordinal) && Key<DataCategory>.TryParse(on[CategoryPrefix.Length..], out var category)
                ? new HoldScope.Category(category)
            : new HoldScope.Category(default);
    }

    // Lifted meanwhile, it is no longer found, and the service says so.
    private async Task<(HoldScope Scope, EntryId Id)> FindAsync(CancellationToken cancellationToken)
    {
        var id = EntryId.TryParse(Hold, out var known) ? known : default;
        var found = await holds.ListAsync(cancellationToken).FirstOrDefaultAsync(hold => hold.Hold.Id == id, cancellationToken);
        return (found?.Scope ?? new HoldScope.Category(default), id);
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        MaySee = await MayAsync();
        if (!MaySee)
        {
            return;
        }

        // Sent twice, the form places one hold.
        Form.Id ??= EntryId.New(clock.GetCurrentInstant()).ToString();
        Form.ReviewOn ??= Proposed.ToDateOnly();
        Overdue = (await holds.ReportAsync(cancellationToken)).Overdue;
        var listed = await holds.ListAsync(cancellationToken).Take(MostShown + 1).ToListAsync(cancellationToken);
        (HasMore, Lines) = (listed.Count > MostShown, await ToLinesAsync(listed.Take(MostShown).OrderBy(hold => hold.Hold.ReviewOn), cancellationToken));
        var customer = await db.Customers.AsNoTracking().SingleOrDefaultAsync(c => c.CustomerId == Customer, cancellationToken);
        Choices =
        [
            .. customer is null ? [] : new[] { new SelectListItem(texts["Holds.AllOf", customer.FullName], string.Create(CultureInfo.InvariantCulture, $"{CustomerPrefix}{customer.CustomerId}")) },
            .. holds.Queries.Select(query => new SelectListItem(texts["Holds.OfQuery", query.Label[Language.OfReader]], $"{QueryPrefix}{query.Scope.Key}")),
            .. register.Categories.Where(category => !category.Key.ToString().StartsWith("gdprkit-", StringComparison.Ordinal))
                .Select(category => new SelectListItem(texts["Holds.OfEverybody", category.Label[Language.OfReader]], $"{CategoryPrefix}{category.Key}")),
        ];
    }

    private async Task<IReadOnlyList<HoldLine>> ToLinesAsync(IEnumerable<ListedHold> listed, CancellationToken cancellationToken)
    {
        var lines = new List<HoldLine>();
        foreach (var each in listed)
        {
            var (scope, hold, isOverdue) = each;
            var id = scope is HoldScope.Person { Subject: var subject } && subject.Kind == Crm.Gdpr.Crm.Customers ? int.Parse(subject.Key[0], CultureInfo.InvariantCulture) : (int?)null;
            var customer = id is null ? null : await db.Customers.AsNoTracking().SingleOrDefaultAsync(c => c.CustomerId == id, cancellationToken);
            lines.Add(new HoldLine(hold, isOverdue, NameOf(each, customer), customer?.CustomerId, await holds.FindMatterAsync(scope, hold.Id, cancellationToken)));
        }

        return lines;
    }

    private string NameOf(ListedHold hold, Customer? customer) => hold.Scope switch
    {
        HoldScope.Query when hold.Label is { } label => texts["Holds.OfQuery", label[Language.OfReader]],
        HoldScope.Category { Key: var key } when register.Categories.TryGet(key, out var category) => texts["Holds.OfEverybody", category.Label[Language.OfReader]],
        HoldScope.Category { Key: var key } => key.ToString(),
        HoldScope.Entity entity => texts["Holds.RowsOf", entity.Name],
        _ => customer?.FullName ?? texts["Holds.Somebody"],
    };

    private async Task<bool> MayAsync() => (await authorization.AuthorizeAsync(User, CrmPolicies.PlaceHolds)).Succeeded;
}
