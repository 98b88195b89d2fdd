using System.Globalization;
using GdprKit.Ledger;
using GdprKit.Samples.Crm.Data;
using GdprKit.Samples.Crm.Localization;
using GdprKit.Samples.Crm.Requests;
using GdprKit.Samples.Crm.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace GdprKit.Samples.Crm.Pages.Privacy.Requests;

/// <summary>A request that came by mail, letter or telephone, or at the counter, is written down with the day on which it came.</summary>
[Authorize(GdprKitPolicies.HandleRequests)]
[ResponseCache(NoStore = true)]
public sealed class NewModel(
    RightsRequests requests, RequestHandling handling, RightsChoices choices, CrmDbContext db, ShopCalendar calendar, IClock clock, IStringLocalizer<Texts> texts) : PageModel
{
    private static readonly RightsRequestChannel[] Ways = [RightsRequestChannel.Email, RightsRequestChannel.Letter, RightsRequestChannel.Phone, RightsRequestChannel.InPerson];

    public LocalDate Today => calendar.Today;

    /// <summary>The number of the customer from whose page the visitor comes.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Customer { get; set; }

    public string? CustomerName { get; private set; }

    [BindProperty]
    public IntakeForm Form { get; set; } = new();

    [TempData]
    public string? Confirmation { get; set; }

    public IReadOnlyList<SelectListItem> Choices => [.. choices.All.Select(choice => new SelectListItem(choices.NameOf(choice), choice.Id))];

    public IReadOnlyList<SelectListItem> Channels => [.. Ways.Select(way => new SelectListItem(texts[$"Intake.Through.{way}"], way.ToString()))];

    public string? FaultAt(string field) => ModelState[field] is { Errors: [var first, ..] } ? first.ErrorMessage : null;

    public Task OnGetAsync(CancellationToken cancellationToken)
    {
        Form.Id = EntryId.New(clock.GetCurrentInstant()).ToString();
        Form.ReceivedOn = Today.ToDateOnly();
        return LoadAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        var choice = choices.Find(Form.What);
        if (choice is null)
        {
            ModelState.AddModelError("Form.What", texts["Rights.Choose"]);
        }

        if (!Ways.Contains(Form.Through))
        {
            ModelState.AddModelError("Form.Through", texts["Intake.ChooseWay"]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        try
        {
            var id = await requests.ReceiveAsync(IntakeOf(choice!), PersonOf(), EntryId.TryParse(Form.Id, out var known) ? known : null, cancellationToken);
            Confirmation = texts["Intake.Saved"];
            return RedirectToPage("/Privacy/Requests/File", new { id });
        }
        catch (RightsRequestException fault)
        {
            // The service says which text it was in English only; the longer of the two is the one that can be too long.
            var field = RequestHandling.FieldOf(fault) switch
            {
                StepField.Day => "Form.ReceivedOn",
                StepField.Text => Form.Address?.Trim().Length > RightsRequests.LongestAddress ? "Form.Address" : "Form.Words",
                _ => "",
            };
            ModelState.AddModelError(field, await handling.TellAsync(fault, default, cancellationToken));
            return Page();
        }
        catch (LedgerException)
        {
            // Who goes back after sending, and changes what was asked, makes another request.
            ModelState.AddModelError("", texts["Intake.Used"]);
            Form.Id = EntryId.New(clock.GetCurrentInstant()).ToString();
            ModelState.Remove("Form.Id");
            return Page();
        }
    }

    private RightsRequestIntake IntakeOf(RightsChoice choice) => new()
    {
        Kind = choice.Kind,
        Activity = choice.Activity,
        Through = Form.Through,
        From = Form.IsKnownAddress ? RightsRequestOrigin.KnownAddress : RightsRequestOrigin.Unknown,
        ReceivedOn = Form.ReceivedOn is { } day ? LocalDate.FromDateOnly(day) : null,
        EnteredBy = User.AsOperator,
        Words = Form.Words,
        Address = Form.Address,
    };

    private SubjectId? PersonOf() => CustomerName is null ? null : SubjectId.Of(Crm.Gdpr.Crm.Customers, Customer!.Value.ToString(CultureInfo.InvariantCulture));

    private async Task LoadAsync(CancellationToken cancellationToken) =>
        CustomerName = await db.Customers.AsNoTracking().Where(c => c.CustomerId == Customer).Select(c => c.FullName).SingleOrDefaultAsync(cancellationToken);
}
