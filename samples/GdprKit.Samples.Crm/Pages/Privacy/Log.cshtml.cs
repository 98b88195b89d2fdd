using GdprKit.Ledger;
using GdprKit.Samples.Crm.Gdpr;
using GdprKit.Samples.Crm.Privacy;
using GdprKit.Samples.Crm.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GdprKit.Samples.Crm.Pages.Privacy;

/// <summary>What happened to people's data, the latest first.</summary>
public sealed class LogModel(LogBook book, VerificationRun verification, CheckpointKeyFile checkpoints, IAuthorizationService authorization) : PageModel
{
    /// <summary>The entry after which the page before this one ended; without it, or when it is none, the latest page.</summary>
    [FromQuery]
    public string? Before { get; set; }

    public bool IsLatest { get; private set; } = true;

    public EntryId? Next { get; private set; }

    /// <summary>The lines, for managers: they are about every customer and every employee.</summary>
    public IReadOnlyList<LogLine>? Lines { get; private set; }

    /// <summary>Whether the log still is what was recorded, for managers.</summary>
    public LogProof? Proof { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        if ((await authorization.AuthorizeAsync(User, CrmPolicies.Manager)).Succeeded)
        {
            IsLatest = !EntryId.TryParse(Before, out var before);
            (Lines, Next) = await book.LatestAsync(IsLatest ? null : before, cancellationToken);
            Proof = new LogProof(verification.Stage, verification.Progress, verification.Last, checkpoints.Verifier);
            if (Proof.IsBusy)
            {
                // No script is needed for it.
                Response.Headers["Refresh"] = "2";
            }
        }
    }

    /// <summary>Lets the log be verified in the background, as the workers do every day.</summary>
    public async Task<IActionResult> OnPostVerifyAsync()
    {
        if (!(await authorization.AuthorizeAsync(User, CrmPolicies.Manager)).Succeeded)
        {
            return Forbid();
        }

        verification.Ask();
        // To no place within the page: a browser that is to refresh such an address stays where it is.
        return RedirectToPage();
    }
}
