using GdprKit.Ledger;
using GdprKit.Samples.Crm.Backups;
using GdprKit.Samples.Crm.Localization;
using GdprKit.Samples.Crm.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace GdprKit.Samples.Crm.Pages.Privacy;

/// <summary>How long erased data live on in backups, and what to do after one was restored.</summary>
public sealed class BackupsModel(
    BackupSets sets, DatabaseRestores restores, ShopDrill drill, Erasures erasures, ShopCalendar calendar, IClock clock, IAuthorizationService authorization, IStringLocalizer<Texts> texts) : PageModel
{
    private const int MostShown = 20;

    public bool MaySee { get; private set; }

    public bool MayOverride { get; private set; }

    /// <summary>How the database and the copy of the ledger stand.</summary>
    public MirrorStanding Standing { get; private set; } = null!;

    /// <summary>Whether an older copy was restored, and not everything is done about it.</summary>
    public bool NeedsReplay { get; private set; }

    /// <summary>The replay that was begun and is not finished.</summary>
    public DatabaseRestore? Replaying { get; private set; }

    /// <summary>What came of a drill that was just done, and of the backup of when.</summary>
    public (DrillReport Report, Instant MadeAt)? Drilled { get; private set; }

    /// <summary>There is no backup to try.</summary>
    public bool LacksBackup { get; private set; }

    /// <summary>The backup that was just tried cannot be restored; <see cref="Fault"/> says why.</summary>
    public bool DrillFailed { get; private set; }

    /// <summary>What would be done.</summary>
    public RestoreReport? Rehearsal { get; private set; }

    public IReadOnlyList<DatabaseRestore> Restores { get; private set; } = [];

    public ValueList<BackupSetStanding> Sets { get; private set; } = [];

    public IReadOnlyList<ErasureToldEarlier> ToldEarlier { get; private set; } = [];

    public BackupForecast? Forecast { get; private set; }

    public LocalDate Today => calendar.Today;

    public LocalDate AskedDay => ErasedOn is { } day ? LocalDate.FromDateOnly(day) : Today;

    /// <summary>Sent twice, a form is recorded once.</summary>
    public EntryId NewId { get; } = EntryId.New(clock.GetCurrentInstant());

    public RegisterWording Words { get; } = RegisterWording.In(Language.OfReader);

    [BindProperty(SupportsGet = true)]
    public DateOnly? ErasedOn { get; set; }

    [BindProperty]
    public string? Set { get; set; }

    [BindProperty]
    public string? Delay { get; set; }

    [BindProperty]
    public DateOnly? MadeFrom { get; set; }

    [BindProperty]
    public DateOnly? GoneBy { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Why something was not done, in English as every message of GdprKit.</summary>
    public string? Fault { get; private set; }

    [TempData]
    public string? Confirmation { get; set; }

    private Key<BackupSchedule> SetKey => Key<BackupSchedule>.TryParse(Set, out var key) ? key : default;

    private EntryId DelayId => EntryId.TryParse(Delay, out var id) ? id : default;

    /// <summary>Whether a form was refused, so that it is shown as it was filled in.</summary>
    /// <param name="handler">What handles the form.</param>
    public bool IsRefused(string handler) => Fault is not null && Request.Query["handler"] == handler;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (MaySee && ErasedOn is not null)
        {
            Forecast = await sets.ForecastAsync(AskedDay, cancellationToken: cancellationToken);
        }
    }

    public async Task<IActionResult> OnPostRehearseAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (!MaySee)
        {
            return Forbid();
        }

        Rehearsal = await restores.RehearseAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostDrillAsync(CancellationToken cancellationToken)
    {
        if (!(await authorization.AuthorizeAsync(User, CrmPolicies.RestoreBackups)).Succeeded)
        {
            return Forbid();
        }

        try
        {
            Drilled = await drill.RunAsync(User.AsOperator, cancellationToken);
            LacksBackup = Drilled is null;
        }
        catch (LedgerException fault)
        {
            (Fault, DrillFailed) = (fault.Message, true);
        }

        await LoadAsync(cancellationToken);
        return Page();
    }

    public Task<IActionResult> OnPostReplayAsync(CancellationToken cancellationToken) => DoAsync(
        CrmPolicies.RestoreBackups,
        async () => texts[(await restores.ReplayAsync(User.AsOperator, cancellationToken: cancellationToken)).IsFinished ? "Backups.Replayed" : "Backups.ReplayWaits"],
        cancellationToken);

    public Task<IActionResult> OnPostOverrideAsync(CancellationToken cancellationToken) => DoAsync(
        CrmPolicies.OverrideRestore,
        async () =>
        {
            await restores.OverrideAsync(User.AsOperator, Reason ?? "", cancellationToken);
            return texts["Backups.Overridden"];
        },
        cancellationToken);

    public Task<IActionResult> OnPostDelayAsync(CancellationToken cancellationToken) => DoAsync(
        CrmPolicies.RestoreBackups,
        async () =>
        {
            await sets.DelayAsync(
                SetKey, MadeFrom is { } from ? LocalDate.FromDateOnly(from) : Today, GoneBy is { } by ? LocalDate.FromDateOnly(by) : default, User.AsOperator, Reason ?? "", DelayId.IsDefault ? null : DelayId, cancellationToken);
            return texts["Backups.DelayRecorded"];
        },
        cancellationToken);

    public Task<IActionResult> OnPostGoneAsync(CancellationToken cancellationToken) => DoAsync(
        CrmPolicies.RestoreBackups,
        async () =>
        {
            await sets.EndDelayAsync(SetKey, DelayId, User.AsOperator, cancellationToken);
            return texts["Backups.GoneRecorded"];
        },
        cancellationToken);

    private async Task<IActionResult> DoAsync(string policy, Func<Task<string>> act, CancellationToken cancellationToken)
    {
        if (!(await authorization.AuthorizeAsync(User, policy)).Succeeded)
        {
            return Forbid();
        }

        try
        {
            Confirmation = await act();
        }
        catch (Exception fault) when (fault is ArgumentException or InvalidOperationException or LedgerException)
        {
            Fault = fault.Message;
            await LoadAsync(cancellationToken);
            return Page();
        }

        return RedirectToPage();
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        MaySee = (await authorization.AuthorizeAsync(User, CrmPolicies.RestoreBackups)).Succeeded;
        if (!MaySee)
        {
            return;
        }

        MayOverride = (await authorization.AuthorizeAsync(User, CrmPolicies.OverrideRestore)).Succeeded;
        var (standing, open) = await restores.LookAsync(cancellationToken);
        Standing = standing;
        Replaying = open is { Status: DatabaseRestoreStatus.Replaying } ? open : null;
        NeedsReplay = standing.State is MirrorState.Behind or MirrorState.Diverged || open is not null;
        Restores = [.. (await restores.ListAsync(cancellationToken).ToListAsync(cancellationToken)).OrderByDescending(restore => restore.Since).Take(MostShown)];
        Sets = await sets.ListAsync(cancellationToken);
        ToldEarlier = await erasures.ListToldEarlierAsync(cancellationToken).Take(MostShown).ToListAsync(cancellationToken);
    }
}
