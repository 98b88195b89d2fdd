using GdprKit.Documents;
using GdprKit.Ledger;
using GdprKit.Samples.Crm.Localization;
using GdprKit.Samples.Crm.Privacy;
using GdprKit.Samples.Crm.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace GdprKit.Samples.Crm.Pages.Privacy;

/// <summary>What is past its period: seen, approved, and gone; and what went before.</summary>
public sealed class CleanupModel(
    DataRetention retention, RetentionRuns runs, PersonalDataMap map, IAuthorizationService authorization, IStringLocalizer<Texts> texts, ILogger<CleanupModel> logger) : CountingPageModel(logger)
{
    private const int MostShown = 10;

    /// <summary>The preview, for whoever may see the keys of rows in it.</summary>
    public Document? Preview { get; private set; }

    /// <summary>The digest of the preview, which who approves it names; <see langword="null"/> when there is nothing to approve.</summary>
    public Digest? Approvable { get; private set; }

    /// <summary>The run that is approved, under way or paused.</summary>
    public ListedRun? Open { get; private set; }

    /// <summary>What went before, the last first.</summary>
    public IReadOnlyList<ListedRun> Past { get; private set; } = [];

    /// <summary>Whether the visitor may approve.</summary>
    public bool MayApprove { get; private set; }

    /// <summary>Whether the page is looked at again by itself: as long as rows go.</summary>
    public bool IsMoving => Open?.Run.Status is RunStatus.Approved or RunStatus.Running;

    /// <summary>Which preview is approved.</summary>
    [BindProperty]
    public string? Digest { get; set; }

    /// <summary>Which run is confirmed, paused, resumed or ended.</summary>
    [BindProperty]
    public string? Run { get; set; }

    /// <summary>Why something was not done, in English as every message of GdprKit.</summary>
    public string? Fault { get; private set; }

    [TempData]
    public string? Confirmation { get; set; }

    private EntryId Id => EntryId.TryParse(Run, out var id) ? id : default;

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public Task<IActionResult> OnPostApproveAsync(CancellationToken cancellationToken) => DoAsync(
        "Cleanup.Approved", async () => await runs.ApproveAsync(GdprKit.Digest.TryParse(Digest, out var digest) ? digest : default, User.AsOperator, cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostConfirmAsync(CancellationToken cancellationToken) => DoAsync("Cleanup.Approved", async () => await runs.ConfirmAsync(Id, User.AsOperator, cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostPauseAsync(CancellationToken cancellationToken) => DoAsync("Cleanup.IsPaused", async () => await runs.PauseAsync(Id, User.AsOperator, cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostResumeAsync(CancellationToken cancellationToken) => DoAsync("Cleanup.Resumed", async () => await runs.ResumeAsync(Id, User.AsOperator, cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostCancelAsync(CancellationToken cancellationToken) => DoAsync("Cleanup.IsCancelled", async () => await runs.CancelAsync(Id, User.AsOperator, cancellationToken), cancellationToken);

    /// <summary>What a step is about, in words.</summary>
    public string NameOf(RunStep step)
    {
        var name = runs.Name(step);
        var entity = map.Stores.FirstOrDefault(store => store.Description.Name == name?.Store)?.Entities.FirstOrDefault(each => each.Description.Name == name?.Entity);
        var rows = entity?.Label?[Language.OfReader] ?? name?.Entity ?? texts["Cleanup.NoLonger"];
        return step.Action switch
        {
            DisposalAction.Delete => rows,
            DisposalAction.Archive => texts["Cleanup.IntoArchive", rows],
            _ => texts["Cleanup.Without", rows, string.Join(", ", name?.Fields ?? [])],
        };
    }

    private async Task<IActionResult> DoAsync(string done, Func<Task> act, CancellationToken cancellationToken)
    {
        if (!(await authorization.AuthorizeAsync(User, CrmPolicies.CleanUp)).Succeeded)
        {
            return Forbid();
        }

        try
        {
            await act();
        }
        catch (Exception fault) when (fault is ArgumentException or InvalidOperationException or LedgerException or PersonalDataStoreException)
        {
            Fault = fault.Message;
            await LoadAsync(cancellationToken);
            return Page();
        }

        Confirmation = texts[done];
        return RedirectToPage();
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        if (!(await authorization.AuthorizeAsync(User, GdprKitPolicies.ViewRetention)).Succeeded)
        {
            return;
        }

        MayApprove = (await authorization.AuthorizeAsync(User, CrmPolicies.CleanUp)).Succeeded;
        var all = await runs.ListAsync(cancellationToken).ToListAsync(cancellationToken);
        Open = all.Find(run => !run.Run.IsOver);
        Past = [.. all.Where(run => run.Run.IsOver).OrderByDescending(run => run.Run.Since).Take(MostShown)];
        if (IsMoving)
        {
            return;
        }

        Preview = await CountAsync(async () =>
        {
            var preview = await retention.PreviewAsync(cancellationToken);
            var forecast = await retention.ForecastAsync(cancellationToken: cancellationToken);
            Approvable = Open is null && runs.IsApprovable(preview) ? preview.Digest : null;
            return preview.ToDocument(retention.Plan, Language.OfReader, forecast);
        });
    }
}
