using GdprKit.Notices;
using GdprKit.Samples.Crm.Localization;
using GdprKit.Samples.Crm.Mail;
using GdprKit.Samples.Crm.Privacy;
using GdprKit.Samples.Crm.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using NodaTime;
using NodaTime.Text;

namespace GdprKit.Samples.Crm.Pages.Privacy;

/// <summary>Tells customers of the notice that was published last, and shows who was told.</summary>
public sealed class InformModel(NoticeVersions versions, NoticeCampaigns campaigns, NoticeSending sending, NoticeLetters letters, SignedUpByOthers others, MailFolder mails, IClock clock, IAuthorizationService authorization, IStringLocalizer<Texts> texts) : PageModel
{
    /// <summary>Whether the page is for the visitor.</summary>
    public bool MaySee { get; private set; }

    /// <summary>The version of which customers are told; <see langword="null"/> when none was published.</summary>
    public NoticeVersion? Version { get; private set; }

    public NoticeCampaign Campaign { get; private set; } = new();

    public CampaignReport? Report { get; private set; }

    /// <summary>How many customers whom somebody else signed up are still to be told; <see langword="null"/> where the page is not for the visitor.</summary>
    public ObtainedReport? Obtained { get; private set; }

    /// <summary>Those customers, who must be told first at the top.</summary>
    public IReadOnlyList<SignedUpCustomer> SignedUp { get; private set; } = [];

    /// <summary>The folder in which the mails are.</summary>
    public string Folder => mails.FolderPath;

    /// <summary>After how many weeks who did not confirm is reminded.</summary>
    [BindProperty]
    public int? RemindAfterWeeks { get; set; }

    /// <summary>The address to which the mail goes first.</summary>
    [BindProperty]
    public string? TestAddress { get; set; }

    /// <summary>Why telling customers ends early.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>When the page was shown, so that only letters that were on the list by then are recorded.</summary>
    [BindProperty]
    public string? ShownAt { get; set; }

    /// <summary>Whether mails are on their way; the page then shows by itself how far it has come.</summary>
    public bool IsBusy => Campaign.Status is CampaignStatus.Running && Waiting > 0;

    /// <summary>How many customers wait to be told.</summary>
    public long Waiting => Report is { } report ? report.Queued + report.Sending : 0;

    /// <summary>Why something was not done; what GdprKit says of it is in English as every message of GdprKit.</summary>
    public string? Fault { get; private set; }

    /// <summary>In which language that is.</summary>
    public string? FaultLanguage { get; private set; }

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public Task<IActionResult> OnPostTestAsync(CancellationToken cancellationToken) => DoAsync(
        async version =>
        {
            var outcome = string.IsNullOrWhiteSpace(TestAddress) ? new MailOutcome.Refused(MailFault.AddressMalformed) : await sending.TestAsync(version, TestAddress, Language.OfReader, cancellationToken);
            Fault = outcome switch
            {
                MailOutcome.Accepted => null,
                MailOutcome.Refused => texts["Inform.NoAddress"].Value,
                _ => texts["Inform.NoServer"].Value,
            };
        },
        cancellationToken);

    public Task<IActionResult> OnPostStartAsync(CancellationToken cancellationToken) => DoAsync(
        async version => await campaigns.StartAsync(version, new CampaignTerms { RemindAfter = RemindAfterWeeks is { } weeks ? Period.FromWeeks(weeks) : null }, cancellationToken),
        cancellationToken);

    public Task<IActionResult> OnPostStopAsync(CancellationToken cancellationToken) =>
        DoAsync(async version => await campaigns.StopAsync(version, Reason ?? "", cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostLettersAsync(CancellationToken cancellationToken) => DoAsync(
        async version =>
        {
            if (InstantPattern.ExtendedIso.Parse(ShownAt ?? "").TryGetValue(default, out var shownAt))
            {
                await letters.RecordSentAsync(version, shownAt, cancellationToken);
            }
        },
        cancellationToken);

    public Task<IActionResult> OnPostPauseAsync(CancellationToken cancellationToken) =>
        DoAsync(async version => await campaigns.PauseAsync(version, cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostResumeAsync(CancellationToken cancellationToken) =>
        DoAsync(async version => await campaigns.ResumeAsync(version, cancellationToken), cancellationToken);

    private async Task<IActionResult> DoAsync(Func<NoticeVersion, Task> act, CancellationToken cancellationToken)
    {
        var shownAt = ShownAt;
        await LoadAsync(cancellationToken);
        ShownAt = shownAt;
        if (!MaySee)
        {
            return Forbid();
        }

        if (Version is not { } version)
        {
            return RedirectToPage();
        }

        if (!ModelState.IsValid)
        {
            // A number of weeks that cannot be read is not none.
            Fault = texts["Inform.Unreadable"];
            return Page();
        }

        try
        {
            await act(version);
        }
        catch (NoticeException fault)
        {
            (Fault, FaultLanguage) = (fault.Message, Language.English.Code);
        }

        if (Fault is null)
        {
            return RedirectToPage();
        }

        await LoadAsync(cancellationToken);
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        MaySee = (await authorization.AuthorizeAsync(User, CrmPolicies.TellCustomers)).Succeeded;
        if (MaySee)
        {
            (Obtained, SignedUp) = await others.ReadAsync(cancellationToken);
        }

        if (MaySee && await versions.ListAsync(cancellationToken: cancellationToken) is [var latest, ..])
        {
            Version = latest;
            Campaign = await campaigns.FindAsync(latest, cancellationToken);
            Report = await campaigns.ReportAsync(latest, cancellationToken);
            ShownAt = InstantPattern.ExtendedIso.Format(clock.GetCurrentInstant());
            if (IsBusy)
            {
                // No script is needed for it. There is no field to fill in meanwhile.
                Response.Headers["Refresh"] = "3";
            }
        }
    }
}
