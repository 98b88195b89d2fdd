using GdprKit.Ledger;
using GdprKit.Samples.Crm.Localization;
using GdprKit.Samples.Crm.Requests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace GdprKit.Samples.Crm.Pages;

/// <summary>To ask by Art. 15 to 21 without a link. The answer is the same whether or not the address is known.</summary>
[ResponseCache(NoStore = true)]
public sealed class PrivacyRightsModel(PublicAsking asking, RightsChoices choices, ProcessingRegister register, ShopCalendar calendar, IClock clock, IStringLocalizer<Texts> texts) : PageModel
{
    [BindProperty]
    public RightsForm Form { get; set; } = new();

    /// <summary>Whether something was asked just now.</summary>
    public bool IsAsked { get; private set; }

    public RightsChoices Choices => choices;

    public DataController Controller => register.Controller;

    /// <summary>By when an answer comes to what is asked today.</summary>
    public LocalDate Due => ResponseDeadline.Of(calendar.Today, WorkingDays.In(register.Controller.Country)).NominalDue;

    public string? FaultAt(string field) => ModelState[field] is { Errors: [var first, ..] } ? first.ErrorMessage : null;

    /// <summary>Shows the form.</summary>
    /// <param name="right">What is chosen already, for whoever comes by a link about it.</param>
    /// <param name="asked">Whether something was asked just now.</param>
    public void OnGet(string? right, bool asked)
    {
        (Form.What, IsAsked) = (choices.Find(right)?.Id, asked);
        Form.Id = NewId();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var choice = choices.Find(Form.What);
        if (choice is null)
        {
            ModelState.AddModelError("Form.What", texts["Rights.Choose"]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        try
        {
            await asking.AskAsync(choice!, Form.Email!, Form.Words, EntryId.TryParse(Form.Id, out var form) ? form : EntryId.Parse(NewId()), cancellationToken);
        }
        catch (RightsRequestException)
        {
            ModelState.AddModelError("Form.Words", texts["Rights.TooLong", RightsRequests.LongestText]);
            return Page();
        }

        return RedirectToPage(new { asked = true });
    }

    private string NewId() => EntryId.New(clock.GetCurrentInstant()).ToString();
}
