using GdprKit.Samples.Crm.Localization;
using GdprKit.Samples.Crm.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace GdprKit.Samples.Crm.Pages.Privacy;

/// <summary>The notice as customers read it, in the language of the employee; who may, publishes it.</summary>
public sealed class NoticeModel(PrivacyNotices notices, NoticeVersions versions, IAuthorizationService authorization, IStringLocalizer<Texts> texts) : PageModel
{
    private static readonly NoticeAudience Staff = NoticeAudience.Of(Crm.Gdpr.Crm.Employees);

    public PrivacyNotice Notice { get; } = notices.In(Language.OfReader);

    /// <summary>What would be published; <see langword="null"/> for who may not publish.</summary>
    public NoticeProposal? Proposal { get; private set; }

    /// <summary>What would be published for staff, who have a notice of their own and are shown it at their next visit; <see langword="null"/> for who may not publish.</summary>
    public NoticeProposal? StaffProposal { get; private set; }

    /// <summary>What was published, the latest first.</summary>
    public ValueList<NoticeVersion> Versions { get; private set; }

    /// <summary>The day of an instant where the shop is, in words.</summary>
    public string DayOf(Instant instant) => RegisterWording.In(Language.OfReader).Date(instant.InZone(notices.Register.Controller.TimeZone).Date);

    [BindProperty]
    public PublishForm Form { get; set; } = new();

    /// <summary>Why it was not published; what GdprKit says of it is in English as every message of GdprKit.</summary>
    public string? Fault { get; private set; }

    /// <summary>In which language that is.</summary>
    public string? FaultLanguage { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Proposal is { } proposal)
        {
            Form = new PublishForm
            {
                Version = proposal.Digest.ToString(),
                IsMaterial = proposal.Significance is ChangeSignificance.Material,
                SummaryDutch = proposal.Summary[Language.Dutch],
                SummaryEnglish = proposal.Summary[Language.English],
            };
        }
    }

    public async Task<IActionResult> OnPostPublishAsync(CancellationToken cancellationToken)
    {
        if (!await MayPublishAsync())
        {
            return Forbid();
        }

        if (!ModelState.IsValid)
        {
            // A day that cannot be read is not today: what is published is never taken back.
            Fault = texts["Privacy.Notice.Unreadable"];
            await LoadAsync(cancellationToken);
            return Page();
        }

        try
        {
            await versions.PublishAsync(
                new NoticePublication
                {
                    Version = Digest.TryParse(Form.Version, out var shown) ? shown : default,
                    Significance = Form.IsMaterial ? ChangeSignificance.Material : ChangeSignificance.Editorial,
                    EffectiveOn = Form.EffectiveOn is { } day ? LocalDate.FromDateOnly(day) : null,
                    Summary = LocalizedText.Of(nl: Form.SummaryDutch ?? "", en: Form.SummaryEnglish ?? ""),
                    Reason = Form.Reason,
                },
                cancellationToken: cancellationToken);
            return RedirectToPage();
        }
        catch (NoticeException fault)
        {
            (Fault, FaultLanguage) = (fault.Message, Language.English.Code);
            await LoadAsync(cancellationToken);

            // What is confirmed next is what is shown now.
            ModelState.Clear();
            Form.Version = Proposal!.Digest.ToString();
            return Page();
        }
    }

    /// <summary>Publishes the notice of staff as it is proposed.</summary>
    public async Task<IActionResult> OnPostPublishStaffAsync(string? version, CancellationToken cancellationToken)
    {
        if (!await MayPublishAsync())
        {
            return Forbid();
        }

        try
        {
            var proposal = await versions.ProposeAsync(Staff, cancellationToken);
            await versions.PublishAsync(
                new NoticePublication { Version = Digest.TryParse(version, out var shown) ? shown : default, Significance = proposal.Significance }, Staff, cancellationToken);
            return RedirectToPage();
        }
        catch (NoticeException fault)
        {
            (Fault, FaultLanguage) = (fault.Message, Language.English.Code);
            await OnGetAsync(cancellationToken);
            return Page();
        }
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        Versions = await versions.ListAsync(cancellationToken: cancellationToken);
        var mayPublish = await MayPublishAsync();
        Proposal = mayPublish ? await versions.ProposeAsync(cancellationToken: cancellationToken) : null;
        StaffProposal = mayPublish ? await versions.ProposeAsync(Staff, cancellationToken) : null;
    }

    private async Task<bool> MayPublishAsync() => (await authorization.AuthorizeAsync(User, CrmPolicies.TellCustomers)).Succeeded;
}
