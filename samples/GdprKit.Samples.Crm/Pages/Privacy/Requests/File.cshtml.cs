using System.Globalization;
using System.Text;
using GdprKit.Ledger;
using GdprKit.Samples.Crm.Data;
using GdprKit.Samples.Crm.Lists;
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

/// <summary>The file of a request: what was asked, by when it is answered and why, what happened, and what can be done. That somebody opened it is recorded.</summary>
[Authorize(GdprKitPolicies.ViewRequests)]
[ResponseCache(NoStore = true)]
public sealed class FileModel(
    RightsRequests requests,
    RequestHandling handling,
    RequestBook book,
    RequestErasure erasures,
    DeadlineStory story,
    CustomerSearch search,
    CrmDbContext db,
    ShopCalendar calendar,
    IClock clock,
    IAuthorizationService authorization,
    IStringLocalizer<Texts> texts) : PageModel
{
    private Dictionary<string, string> _colleagues = [];

    [FromRoute]
    public string? Id { get; set; }

    [BindProperty]
    public StepForm Form { get; set; } = new();

    [TempData]
    public string? Confirmation { get; set; }

    public RightsRequest Subject { get; private set; } = null!;

    public SubjectId? Person { get; private set; }

    public Customer? Customer { get; private set; }

    public string Title => book.TitleOf(Subject);

    public bool IsOverdue => Subject.IsOverdueAt(clock.GetCurrentInstant());

    /// <summary>What was asked, in the person's words; <see langword="null"/> when they were not kept, or forgotten.</summary>
    public string? Asked { get; private set; }

    public string? Address { get; private set; }

    public IReadOnlyList<string> Story => story.Of(Subject);

    /// <summary>What is erased and how far it has come; <see langword="null"/> for a request for something else.</summary>
    public ErasureView? Erasure { get; private set; }

    public IReadOnlyList<RightsRequestEvent> History { get; private set; } = [];

    public IReadOnlyList<StepCard> Steps { get; private set; } = [];

    /// <summary>Whether something can be done that is for somebody else.</summary>
    public bool CannotDecide { get; private set; }

    /// <summary>Whether it is to be said whose request it is, and the visitor may.</summary>
    public bool IsToBeFound { get; private set; }

    public string? Search { get; private set; }

    public IReadOnlyList<Customer> Found { get; private set; } = [];

    /// <summary>Why something was not done.</summary>
    public StepFault? Fault { get; private set; }

    /// <summary>Who did something; nothing where the person did.</summary>
    public string NameOf(RightsRequestEvent step) => step.By is { } by ? _colleagues.GetValueOrDefault(by, by) : "";

    public async Task<IActionResult> OnGetAsync(string? q, CancellationToken cancellationToken)
    {
        if (!EntryId.TryParse(Id, out var id) || await requests.FindAsync(id, cancellationToken) is null)
        {
            return NotFound();
        }

        await requests.RecordOpenedAsync(id, User.AsOperator, cancellationToken);
        await LoadAsync(id, cancellationToken);
        await SearchAsync(q, cancellationToken);
        return Page();
    }

    /// <summary>The certificate of the erasure: with <c>form=json</c> for machines, else as a page to print.</summary>
    public async Task<IActionResult> OnGetCertificateAsync(string? form, CancellationToken cancellationToken)
    {
        if (!EntryId.TryParse(Id, out var id) || await requests.FindAsync(id, cancellationToken) is null)
        {
            return NotFound();
        }

        await requests.RecordOpenedAsync(id, User.AsOperator, cancellationToken);
        return await erasures.CertifyAsync(id, cancellationToken) is not { } certificate ? NotFound()
            : form is "json" ? File(certificate.ToJson(), "application/json", $"certificate-{id}.json")
            : File(Encoding.UTF8.GetBytes(erasures.Write(certificate).ToHtml()), "text/html; charset=utf-8", $"certificate-{id}.html");
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!EntryId.TryParse(Id, out var id) || await requests.FindAsync(id, cancellationToken) is not { } before)
        {
            return NotFound();
        }

        if (Form.Step is HandlingStep.Unspecified || !Enum.IsDefined(Form.Step))
        {
            return BadRequest();
        }

        if (!(await authorization.AuthorizeAsync(User, RequestHandling.PolicyOf(Form.Step))).Succeeded)
        {
            return Forbid();
        }

        var isStale = Form.Seen != RequestHandling.StampOf(before, await requests.FindPersonAsync(id, cancellationToken));
        Fault = isStale ? new StepFault(StepField.None, texts["Requests.Stale", texts[$"Requests.Status.{before.Status}"].Value])
            : ModelState["Form.Day"] is { Errors.Count: > 0 } ? new StepFault(StepField.Day, texts["Requests.NoDay"])
            : await handling.DoAsync(id, Form, User.AsOperator, cancellationToken);
        if (Fault is null)
        {
            Confirmation = texts[$"Step.{Form.Step}.Done"];
            return RedirectToPage(new { id = Id });
        }

        Response.StatusCode = isStale ? StatusCodes.Status409Conflict : StatusCodes.Status200OK;
        ModelState.AddModelError("Form", Fault.Text);
        await LoadAsync(id, cancellationToken);
        return Page();
    }

    private async Task LoadAsync(EntryId id, CancellationToken cancellationToken)
    {
        Subject = (await requests.FindAsync(id, cancellationToken))!;
        Person = await requests.FindPersonAsync(id, cancellationToken);
        Customer = await book.FindCustomerAsync(Person, cancellationToken);
        History = await requests.ReadHistoryAsync(id, RightsRequestReader.Operator, Language.OfReader, cancellationToken).ToListAsync(cancellationToken);
        (Asked, Address) = (Said("asked"), Said("address"));
        _colleagues = (await db.Employees.AsNoTracking().ToListAsync(cancellationToken))
            .ToDictionary(employee => string.Create(CultureInfo.InvariantCulture, $"employee-{employee.EmployeeId}"), employee => employee.FullName);
        Erasure = await erasures.ReadAsync(Subject, Person, cancellationToken);
        await OfferAsync(cancellationToken);
    }

    private async Task OfferAsync(CancellationToken cancellationToken)
    {
        var earlier = await handling.EarlierAsync(Subject, Person, cancellationToken);
        var (sent, seen) = (Fault is null ? HandlingStep.Unspecified : Form.Step, RequestHandling.StampOf(Subject, Person));
        var cards = new List<StepCard>();
        foreach (var step in RequestHandling.StepsOf(Subject, Person, earlier.Count > 0, Erasure?.Order))
        {
            if (!(await authorization.AuthorizeAsync(User, RequestHandling.PolicyOf(step))).Succeeded)
            {
                CannotDecide = true;
            }
            else if (step is HandlingStep.Assign)
            {
                IsToBeFound = true;
            }
            else
            {
                var form = step == sent ? Form : new StepForm();
                form.Seen = seen;
                cards.Add(new StepCard(step, form, ChoicesOf(step, earlier), step == sent ? Fault : null, Subject.ReceivedOn.Machine(), calendar.Today.Machine()));
            }
        }

        (Steps, Form.Seen) = (cards, seen);
    }

    private IReadOnlyList<SelectListItem> ChoicesOf(HandlingStep step, IReadOnlyList<RightsRequest> earlier) => step switch
    {
        HandlingStep.Refuse or HandlingStep.RefuseInPart =>
            [.. RightsRequestGrounds.For(Subject.Kind, Subject.IsAgainstMarketing).Select(ground => new SelectListItem($"{texts[$"Ground.{ground}"]} ({texts["Ground.Article", RightsRequestGrounds.ArticleOf(Subject.Kind, ground)!]})", ground.ToString()))],
        HandlingStep.Accept when Subject.Kind is RightsRequestKind.Restriction =>
            [.. Enum.GetValues<RestrictionGround>().Where(ground => ground is not RestrictionGround.Unspecified).Select(ground => new SelectListItem(texts[$"Restriction.{ground}"], ground.ToString()))],
        HandlingStep.Erased => [.. (Erasure?.ByHand ?? []).Select(place => new SelectListItem(erasures.NameOf(place), RequestHandling.WrittenOf(place)))],
        HandlingStep.Merge => [.. earlier.Select(other => new SelectListItem(texts["Step.Merge.Into", other.ReceivedOn.Long(), other.NominalDue.Long()], other.Id.ToString()))],
        _ => [],
    };

    private async Task SearchAsync(string? q, CancellationToken cancellationToken)
    {
        Search = string.IsNullOrWhiteSpace(q) ? null : q.Trim();
        if (Search?.Length > SearchText.MaximumLength)
        {
            ModelState.AddModelError("q", texts["List.SearchTooLong", SearchText.MaximumLength]);
        }
        else if (Search is not null && IsToBeFound)
        {
            Found = await search.FindAsync(Search, cancellationToken);
        }
    }

    private string? Said(string name) => History.SelectMany(step => step.Texts).FirstOrDefault(text => text.Name == name).Text;
}
