using GdprKit.Ledger;
using GdprKit.Requests;
using GdprKit.Samples.Crm.Localization;
using Microsoft.Extensions.Localization;

namespace GdprKit.Samples.Crm.Requests;

/// <summary>
/// The copy of their data that a customer asked for (Art. 15(3), 20): an employee has it made and mailed, or the customer fetches it in the privacy centre as soon as it is granted. Who has the link to it is told;
/// that closes the request.
/// </summary>
public sealed class RequestCopy(RightsRequests requests, RightsExports exports, IExportLinks links, RequestBook book, RequestMail mail, IStringLocalizer<Texts> texts)
{
    /// <summary>Under which reference the ledger has what the privacy centre did for who asked.</summary>
    private static readonly Operator Centre = Operator.Parse("privacy-centre");

    /// <summary>Whether there is a copy to be made for a request.</summary>
    public static bool IsGranted(RightsRequest request) =>
        request is { Kind: RightsRequestKind.Access or RightsRequestKind.Portability, Status: RightsRequestStatus.Accepted or RightsRequestStatus.RefusedInPart };

    /// <summary>Makes the copy and mails the link to it to the customer.</summary>
    /// <param name="id">The request.</param>
    /// <param name="author">Who has it made.</param>
    /// <param name="text">What the customer reads of it; may be empty.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>Why it was not done; <see langword="null"/> when it was.</returns>
    /// <exception cref="RightsRequestException">The text is too long, or the request was closed meanwhile.</exception>
    public async Task<StepFault?> MailAsync(EntryId id, Operator author, string? text, CancellationToken cancellationToken)
    {
        if (await requests.FindPersonAsync(id, cancellationToken) is not { } person || await book.FindCustomerAsync(person, cancellationToken) is not { } customer || !RequestMail.CanReach(customer))
        {
            return new StepFault(StepField.None, texts["Copy.NoAddress"]);
        }

        var language = RequestMail.LanguageOf(customer);
        var copy = await exports.MakeAsync(id, author, language, cancellationToken: cancellationToken);
        if (!await mail.SendCopyAsync(customer, (await requests.FindAsync(id, cancellationToken))!, links.Fetch(copy), copy.Until, cancellationToken))
        {
            return new StepFault(StepField.None, texts["Copy.NotMailed"]);
        }

        await requests.FulfilAsync(id, author, RightsFulfilment.ByExport(copy.Export, string.IsNullOrWhiteSpace(text) ? language.Speak(() => texts["Copy.Mailed"].Value) : text), cancellationToken: cancellationToken);
        return null;
    }

    /// <summary>Makes the copy for who is in their privacy centre.</summary>
    /// <param name="id">The request, which is theirs and granted.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The link to it.</returns>
    /// <exception cref="PersonalDataExportException">It is not granted any more.</exception>
    public async Task<Uri> MakeAsync(EntryId id, CancellationToken cancellationToken)
    {
        var copy = await exports.MakeAsync(id, Centre, Language.OfReader, cancellationToken: cancellationToken);
        await requests.FulfilAsync(id, Centre, RightsFulfilment.ByExport(copy.Export, texts["Copy.Fetched"]), cancellationToken: cancellationToken);
        return links.Fetch(copy);
    }
}
