using System.Text;
using GdprKit.Documents;
using GdprKit.Samples.Crm.Localization;
using GdprKit.Samples.Crm.Privacy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace GdprKit.Samples.Crm.Pages.Privacy;

/// <summary>What another register would delete, before anybody uses it. It is read, counted with and forgotten; nothing is changed.</summary>
[RequestFormLimits(ValueLengthLimit = MostPasted)]
public sealed class CompareModel(DataRetention retention, IAuthorizationService authorization, IStringLocalizer<Texts> texts, ILogger<CompareModel> logger) : CountingPageModel(logger)
{
    // What a register may be at most, and one byte, so that one that is larger is told so and not read.
    private const int MostBytes = (4 * 1024 * 1024) + 1;

    // More than the server takes of any request, so that a pasted text of whatever length is told what is wrong with it.
    private const int MostPasted = 32 * 1024 * 1024;

    /// <summary>Whether the page is for the visitor: the comparison tells of everybody's rows.</summary>
    public bool MaySee { get; private set; }

    /// <summary>The proposed register as it was pasted; what is uploaded goes before it.</summary>
    [BindProperty]
    public string? Proposed { get; set; }

    /// <summary>The proposed register as a file.</summary>
    [BindProperty]
    public IFormFile? Upload { get; set; }

    /// <summary>What is wrong with the proposed register, each with an id, in English as every message of GdprKit.</summary>
    public IReadOnlyList<string> Faults { get; private set; } = [];

    /// <summary>What the register would change.</summary>
    public Document? Comparison { get; private set; }

    public async Task OnGetAsync() => MaySee = await IsAllowedAsync();

    /// <summary>The register that applies, to be changed and tried.</summary>
    public async Task<IActionResult> OnGetCurrentAsync() => await IsAllowedAsync()
        ? File(retention.Plan.Register.ToJson(), "application/json", "gdpr-register.json")
        : Forbid();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        MaySee = await IsAllowedAsync();
        if (!MaySee)
        {
            return Forbid();
        }

        if (Upload is null && string.IsNullOrWhiteSpace(Proposed))
        {
            ModelState.AddModelError(nameof(Proposed), texts["Proposal.Nothing"]);
            return Page();
        }

        try
        {
            var proposed = ProcessingRegister.FromJson(await ReadAsync(cancellationToken));
            Comparison = await CountAsync(async () => (await retention.CompareAsync(proposed, cancellationToken)).ToDocument(retention.Plan, Language.OfReader));
        }
        catch (InvalidRegisterException fault)
        {
            Faults = [.. fault.Faults.Select(each => each.ToString())];
            // Sent back, a text that was too long would only be sent again.
            Proposed = Proposed?.Length < MostBytes ? Proposed : null;
        }
        catch (InvalidPersonalDataMapException fault)
        {
            Faults = [.. fault.Faults.Select(each => each.ToString())];
        }

        return Page();
    }

    private async Task<bool> IsAllowedAsync() => (await authorization.AuthorizeAsync(User, GdprKitPolicies.ViewRetention)).Succeeded;

    private async Task<byte[]> ReadAsync(CancellationToken cancellationToken)
    {
        if (Upload is null)
        {
            return Encoding.UTF8.GetBytes(Proposed!);
        }

        await using var content = Upload.OpenReadStream();
        var bytes = new byte[Math.Min(Upload.Length, MostBytes)];
        return bytes[..await content.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken)];
    }
}
