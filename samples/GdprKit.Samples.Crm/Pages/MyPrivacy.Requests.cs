using GdprKit.Ledger;
using GdprKit.Samples.Crm.Centre;
using GdprKit.Samples.Crm.Localization;
using GdprKit.Samples.Crm.Requests;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace GdprKit.Samples.Crm.Pages;

/// <content>What I can ask about my data, and what I asked.</content>
public sealed partial class MyPrivacyModel
{
    /// <summary>Which right is shown open, for whoever comes by a link about it.</summary>
    [FromQuery]
    public string? Right { get; set; }

    public IReadOnlyList<CentreRequest> Requests { get; private set; } = [];

    /// <summary>What can be asked here. Advertising has a button of its own, which asks nothing.</summary>
    public IEnumerable<RightsChoice> Rights => choices.All.Where(choice => !choice.IsMarketing);

    public RightsChoices Choices => choices;

    /// <summary>By when an answer comes to what is asked today.</summary>
    public LocalDate Due => ResponseDeadline.Of(calendar.Today, WorkingDays.In(register.Controller.Country)).NominalDue;

    /// <summary>What was filled in where it was refused, so that it is not lost.</summary>
    public string? Sent { get; private set; }

    public Instant Now => clock.GetCurrentInstant();

    public string NewId() => EntryId.New(clock.GetCurrentInstant()).ToString();

    public string? FaultAt(string field) => ModelState[field] is { Errors: [var first, ..] } ? first.ErrorMessage : null;

    public async Task<IActionResult> OnPostAskAsync(string? what, string? words, string? id, CancellationToken cancellationToken)
    {
        if (Rights.FirstOrDefault(each => each.Id == what) is not { } choice)
        {
            return NotFound();
        }

        return await TryAsync(
            $"{choice.Id}-words",
            words,
            async () => await requests.AskAsync(Person, choice, words, EntryId.TryParse(id, out var form) ? form : null, cancellationToken),
            texts["Centre.Done.Asked", Due.Long()],
            cancellationToken);
    }

    public async Task<IActionResult> OnPostReplyAsync(string? request, string? reply, CancellationToken cancellationToken)
    {
        if (await FindAsync(request, cancellationToken) is not { } asked)
        {
            return NotFound();
        }

        if (string.IsNullOrWhiteSpace(reply))
        {
            return await RefuseAsync($"{asked.ElementId}-reply", texts["Centre.ReplyFirst"], null, cancellationToken);
        }

        return await TryAsync($"{asked.ElementId}-reply", reply, () => requests.ReplyAsync(asked.Request.Id, reply, cancellationToken), texts["Centre.Done.Replied"], cancellationToken);
    }

    /// <summary>Makes the copy of my data that was granted, and leads to it.</summary>
    public async Task<IActionResult> OnPostFetchAsync(string? request, CancellationToken cancellationToken)
    {
        if (await FindAsync(request, cancellationToken) is not { } asked)
        {
            return NotFound();
        }

        try
        {
            return LocalRedirect((await copy.MakeAsync(asked.Request.Id, cancellationToken)).PathAndQuery);
        }
        catch (GdprKitException fault) when (fault is PersonalDataExportException or RightsRequestException)
        {
            return await RefuseAsync(asked.ElementId, texts["Centre.NoCopy"], null, cancellationToken);
        }
    }

    public async Task<IActionResult> OnPostTakeBackAsync(string? request, CancellationToken cancellationToken) => await FindAsync(request, cancellationToken) is { } asked
        ? await TryAsync(asked.ElementId, null, () => requests.TakeBackAsync(asked.Request.Id, cancellationToken), texts["Centre.Done.TakenBack", asked.Title], cancellationToken)
        : NotFound();

    // Only what is theirs; anything else is not there.
    private async Task<CentreRequest?> FindAsync(string? request, CancellationToken cancellationToken) =>
        (await requests.ReadAsync(Person, cancellationToken)).FirstOrDefault(each => each.Request.Id.ToString() == request);

    private async Task<IActionResult> TryAsync(string field, string? sent, Func<Task> act, string done, CancellationToken cancellationToken)
    {
        try
        {
            await act();
        }
        catch (RightsRequestException fault)
        {
            return await RefuseAsync(field, fault.Id == TextUnfit ? texts["Rights.TooLong", RightsRequests.LongestText] : texts["Centre.TooLate"], sent, cancellationToken);
        }
        catch (LedgerException)
        {
            return await RefuseAsync(field, texts["Centre.SentBefore"], sent, cancellationToken);
        }

        Confirmation = done;
        return RedirectToPage(null, null, new { link = Link }, PrivacyCentre.RequestsId);
    }

    private async Task<IActionResult> RefuseAsync(string field, string fault, string? sent, CancellationToken cancellationToken)
    {
        ModelState.AddModelError(field, fault);
        Sent = sent;
        await ShowAsync(cancellationToken);
        return Page();
    }

    // What the library says of a text that is too long, or cannot be shown.
    private const string TextUnfit = "GDPR1512";
}
