using GdprKit.Ledger;
using GdprKit.Samples.Crm.Centre;
using GdprKit.Samples.Crm.Localization;
using GdprKit.Samples.Crm.Privacy;
using GdprKit.Samples.Crm.Requests;
using GdprKit.Samples.Crm.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace GdprKit.Samples.Crm.Pages;

/// <summary>What I agreed to and how to change it, and what I can ask about my data: for whoever has the link to it. Opening it changes nothing.</summary>
[ResponseCache(NoStore = true)]
public sealed partial class MyPrivacyModel(
    PrivacyCentre centre,
    CentreRequests requests,
    RequestCopy copy,
    RightsChoices choices,
    ConsentForms forms,
    Consents consents,
    LogBook book,
    ProcessingRegister register,
    ShopCalendar calendar,
    IClock clock,
    IStringLocalizer<Texts> texts) : PageModel
{
    private CentreEntry.Admitted? _admitted;

    /// <summary>The signed part of the link.</summary>
    [FromRoute]
    public string? Link { get; set; }

    /// <summary>What a button or a link is about.</summary>
    [FromQuery]
    public string? Topic { get; set; }

    [TempData]
    public string? Confirmation { get; set; }

    public CentreEntry Entry { get; private set; } = new CentreEntry.Refused();

    public CentreView View { get; private set; } = null!;

    public IReadOnlyList<LogLine> History { get; private set; } = [];

    public DataController Controller => register.Controller;

    /// <summary>Whether an employee looks, who sees what the person sees and answers nothing for them.</summary>
    public bool IsEmployee => User.IsSignedIn;

    public SubjectId Person => _admitted!.Person;

    private static RegisterWording Words => RegisterWording.In(Language.OfReader);

    public string NameOf(ProcessingActivity activity) => Words.Text(activity.Name);

    public string NameOf(CentreTopic topic)
    {
        var name = topic.Activity is { } activity ? NameOf(activity) : topic.Topic.Activity.ToString();
        return topic.Topic.Channel is { } channel ? texts["Centre.Over", name, Words.Name(channel)] : name;
    }

    public string PurposeOf(ProcessingActivity activity) => Words.AsSentence(Words.Text(activity.Purpose.Description));

    public string Names(IEnumerable<ProcessingActivity> activities) => Words.And(activities.Select(activity => $"‘{NameOf(activity)}’"));

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var cancellationToken = HttpContext.RequestAborted;
        Entry = await centre.OpenAsync(Link, cancellationToken);
        _admitted = Entry as CentreEntry.Admitted;
        if (_admitted is null)
        {
            Response.StatusCode = Entry is CentreEntry.TooOld ? StatusCodes.Status410Gone : StatusCodes.Status404NotFound;
            context.Result = Page();
        }
        else if (IsEmployee && HttpMethods.IsPost(Request.Method))
        {
            context.Result = Forbid();
        }
        else
        {
            View = await centre.ReadAsync(Person, cancellationToken);
            await next();
        }
    }

    public Task OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    /// <summary>The receipt of a consent, as a page or for machines.</summary>
    /// <param name="form">For machines when it is <c>jsonld</c>.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<IActionResult> OnGetReceiptAsync(string? form, CancellationToken cancellationToken)
    {
        if (Asked is not { } topic || await consents.FindReceiptAsync(Person, topic.Topic, Language.OfReader, cancellationToken) is not { } receipt)
        {
            return NotFound();
        }

        var name = $"{texts["Centre.Receipt.File"].Value}-{topic.Topic.ToString().Replace('/', '-')}";
        return form == "jsonld"
            ? File(System.Text.Encoding.UTF8.GetBytes(receipt.ToJsonLd()), "application/ld+json", $"{name}.jsonld")
            : File(System.Text.Encoding.UTF8.GetBytes(receipt.ToHtml()), "text/html; charset=utf-8", $"{name}.html");
    }

    public async Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancellationToken)
    {
        if (Asked is not { } topic)
        {
            return NotFound();
        }

        await centre.WithdrawAsync(Person, topic.Topic, cancellationToken);
        return Done("Centre.Done.Withdrawn", NameOf(topic));
    }

    public async Task<IActionResult> OnPostRefuseMarketingAsync(CancellationToken cancellationToken)
    {
        await centre.RefuseMarketingAsync(Person, cancellationToken);
        return Done("Centre.Done.NoMarketing");
    }

    public async Task<IActionResult> OnPostAllowMarketingAsync(CancellationToken cancellationToken)
    {
        await centre.AllowMarketingAsync(Person, cancellationToken);
        return Done("Centre.Done.Marketing");
    }

    public async Task<IActionResult> OnPostGiveAsync(CancellationToken cancellationToken)
    {
        var form = await forms.ReadAsync(Request, Person, cancellationToken);
        var agreed = form.Answers.Where(answer => answer.Agreed).Select(answer => answer.Topic).ToList();
        if (form.Fault is { } fault)
        {
            ModelState.AddModelError(Asked?.ElementId ?? "", fault.In(Language.OfReader));
        }
        else if (agreed.Count == 0)
        {
            ModelState.AddModelError(Asked?.ElementId ?? "", texts["Centre.TickFirst"]);
        }

        if (!ModelState.IsValid)
        {
            await ShowAsync(cancellationToken);
            return Page();
        }

        await centre.GiveAsync(Person, form, cancellationToken);
        return Done("Centre.Done.Given", string.Join(", ", View.Topics.Where(topic => agreed.Contains(topic.Topic)).Select(NameOf)));
    }

    // Only what the person is shown; anything else leads nowhere.
    private CentreTopic? Asked => StreamKey.TryParse(Topic, out var key) && ConsentTopic.TryParse(key, out var topic)
        ? View.Topics.SingleOrDefault(each => each.Topic == topic)
        : null;

    private async Task ShowAsync(CancellationToken cancellationToken) =>
        (Requests, History) = (await requests.ReadAsync(Person, cancellationToken), await book.AboutAsync(Person, cancellationToken));

    private RedirectToPageResult Done(string text, params object[] arguments)
    {
        Confirmation = texts[text, arguments];
        return RedirectToPage(new { link = Link });
    }
}
