using GdprKit.Ledger;
using GdprKit.Samples.Crm.Localization;
using GdprKit.Samples.Crm.Requests;

namespace GdprKit.Samples.Crm.Centre;

/// <summary>What people ask of their data by Art. 15 to 21, for themselves: to ask, to follow, to answer and to take it back. Who has the link is asked for no proof of who they are.</summary>
public sealed class CentreRequests(RightsRequests requests, RequestBook book)
{
    /// <summary>What somebody asked, the latest first.</summary>
    public async Task<IReadOnlyList<CentreRequest>> ReadAsync(SubjectId person, CancellationToken cancellationToken)
    {
        var found = new List<CentreRequest>();
        foreach (var request in (await requests.ListAsync(person, cancellationToken).ToListAsync(cancellationToken)).OrderByDescending(each => each.IsOpen).ThenByDescending(each => each.Since))
        {
            var history = await requests.ReadHistoryAsync(request.Id, RightsRequestReader.Person, Language.OfReader, cancellationToken).ToListAsync(cancellationToken);
            found.Add(new CentreRequest(request, book.TitleOf(request), history));
        }

        return found;
    }

    /// <summary>Records what somebody asks.</summary>
    /// <param name="person">Who, by their link.</param>
    /// <param name="choice">What.</param>
    /// <param name="words">In their words; may be empty.</param>
    /// <param name="id">The id of the form: sent twice, it asks once.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="RightsRequestException">The words are too long.</exception>
    /// <exception cref="LedgerException">The form was sent before, with something else.</exception>
    public async Task<EntryId> AskAsync(SubjectId person, RightsChoice choice, string? words, EntryId? id, CancellationToken cancellationToken) => await requests.ReceiveAsync(
        new RightsRequestIntake
        {
            Kind = choice.Kind,
            Activity = choice.Activity,
            Through = RightsRequestChannel.PrivacyCentre,
            From = RightsRequestOrigin.KnownAddress,
            Words = words,
        },
        person,
        id,
        cancellationToken);

    /// <summary>Records the answer to what they were asked.</summary>
    /// <exception cref="RightsRequestException">The answer is too long, or nothing is asked any more.</exception>
    public async Task ReplyAsync(EntryId request, string reply, CancellationToken cancellationToken) => await requests.ClarifyAsync(request, author: null, reply, cancellationToken: cancellationToken);

    /// <summary>Records that they take it back.</summary>
    /// <exception cref="RightsRequestException">It is closed, or in force.</exception>
    public async Task TakeBackAsync(EntryId request, CancellationToken cancellationToken) => await requests.WithdrawAsync(request, author: null, cancellationToken: cancellationToken);
}
