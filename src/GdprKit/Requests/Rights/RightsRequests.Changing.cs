using GdprKit.Ledger;
using GdprKit.Requests;

namespace GdprKit;

/// <content>How a step is recorded, and how two requests become one.</content>
public sealed partial class RightsRequests
{
    /// <summary>Records that a request is handled together with an earlier one of the same person, for the same. It is closed; the other one goes on, and is due as before.</summary>
    /// <param name="request">The id of the later one.</param>
    /// <param name="into">The id of the earlier one, which is open.</param>
    /// <param name="author">Who decides.</param>
    /// <param name="cancellationToken">Ends the work; afterwards it is recorded or not.</param>
    /// <returns>The request that was merged.</returns>
    /// <exception cref="RightsRequestException">
    /// GDPR1513: there is no such request. GDPR1515: one of them is decided. GDPR1521: they are of different people or of nobody, for something else, or the wrong way round.
    /// </exception>
    /// <inheritdoc cref="LedgerStreams.AppendAsync(ValueList{StreamChange}, LeaseFence?, CancellationToken)" path="/exception[@cref='T:GdprKit.Ledger.LedgerException']"/>
    public async ValueTask<RightsRequest> MergeAsync(EntryId request, EntryId into, Operator author, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(author);
        var (stream, state) = await RequireAsync(request, cancellationToken).ConfigureAwait(false);
        var (other, target) = await RequireAsync(into, cancellationToken).ConfigureAwait(false);
        RequireMergeable(stream, state, other, target);
        var person = await PersonOfAsync(stream.Subject, cancellationToken).ConfigureAwait(false);
        var isMerged = false;
        await _streams.AppendAsync(
            [StreamChange.To<RightsRequest>(stream, person, Decide), StreamChange.To<RightsRequest>(other, person, Join)], cancellationToken: cancellationToken).ConfigureAwait(false);
        return (await _streams.LoadAsync<RightsRequest>(stream, cancellationToken).ConfigureAwait(false)).RequireState();

        ValueList<EntryDraft> Decide(RightsRequest current)
        {
            isMerged = current is { Status: RightsRequestStatus.Merged } && current.MergedInto == into;
            return isMerged ? []
                : current.Status is RightsRequestStatus.Received or RightsRequestStatus.ClarificationAsked or RightsRequestStatus.IdentityAsked
                    ? [RequestEntries.Merged.Draft(new RequestMerged(_rules.Today, author.Key, into))]
                : throw RequestRefusals.CannotMove(current.Status, "merged into another one", Decided);
        }

        ValueList<EntryDraft> Join(RightsRequest current) =>
            isMerged ? []
            : current.IsOpen ? [RequestEntries.Joined.Draft(new RequestMerged(_rules.Today, author.Key, request))]
            : throw RequestRefusals.CannotMove(current.Status, "the one that goes on", "Open it again with ReopenAsync first, or handle the later one by itself.");
    }

    /// <summary>Records that somebody opened the file of a request, open or closed, to show it: once for each operator and day. The person reads that it was done, and not by whom.</summary>
    /// <param name="request">Its id.</param>
    /// <param name="reader">Who opened it.</param>
    /// <param name="cancellationToken">Ends the work; afterwards it is recorded or not.</param>
    /// <returns>The request.</returns>
    /// <remarks>Call it before the file is shown, and show nothing when it fails: who looked is evidence too (Art. 5(2), 32).</remarks>
    /// <exception cref="RightsRequestException">GDPR1513: there is no such request.</exception>
    /// <inheritdoc cref="LedgerStreams.AppendAsync(ValueList{StreamChange}, LeaseFence?, CancellationToken)" path="/exception[@cref='T:GdprKit.Ledger.LedgerException']"/>
    public ValueTask<RightsRequest> RecordOpenedAsync(EntryId request, Operator reader, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return ChangeAsync(request, Decide, cancellationToken);

        ValueList<EntryDraft> Decide(RightsRequest state) =>
            state.IsOpenedBy(reader.Key, _rules.Today) ? [] : [RequestEntries.Opened.Draft(new RequestStep(_rules.Today, reader.Key))];
    }

    private static void RequireMergeable(StreamId stream, RightsRequest state, StreamId other, RightsRequest target)
    {
        if (stream.Subject.IsNone || stream.Subject != other.Subject || stream.Key == other.Key)
        {
            throw RequestRefusals.MergeUnfit("they are not two requests of one person", "Handle each by itself; assign them to a person first, if it is the same one.");
        }

        if (state.Kind != target.Kind || state.Activity != target.Activity)
        {
            throw RequestRefusals.MergeUnfit("they are not for the same", "Handle each by itself, so that nothing that was asked is forgotten.");
        }

        if (state.ReceivedOn < target.ReceivedOn)
        {
            throw RequestRefusals.MergeUnfit("the one that is to go on was received later, and would be answered later", "Merge the later one into the earlier one.");
        }
    }

    private ValueTask<RightsRequest> ChangeAsync(EntryId request, Func<RightsRequest, ValueList<EntryDraft>> decide, CancellationToken cancellationToken) =>
        ChangeAsync(request, decide, static (_, _) => null, cancellationToken);

    private ValueTask<RightsRequest> ChangeAsync(
        EntryId request, Func<RightsRequest, ValueList<EntryDraft>> decide, Func<RequestPlace, Func<bool>, StreamChange?> effect, CancellationToken cancellationToken) =>
        ChangeAsync(request, (state, _) => decide(state), effect, cancellationToken);

    /// <summary>Records a step and what takes effect with it, or neither.</summary>
    private async ValueTask<RightsRequest> ChangeAsync(
        EntryId request,
        Func<RightsRequest, RequestPlace, ValueList<EntryDraft>> decide,
        Func<RequestPlace, Func<bool>, StreamChange?> effect,
        CancellationToken cancellationToken)
    {
        while (true)
        {
            var (stream, found) = await RequireAsync(request, cancellationToken).ConfigureAwait(false);
            var place = new RequestPlace(stream.Subject, await PersonOfAsync(stream.Subject, cancellationToken).ConfigureAwait(false), found.Kind, found.Activity);
            var (hasMoved, applies) = (false, false);
            var change = StreamChange.To<RightsRequest>(stream, place.Person, state =>
            {
                hasMoved = state.Status is RightsRequestStatus.Moved;
                var drafts = hasMoved ? [] : decide(state, place);
                applies = !drafts.IsEmpty;
                return drafts;
            });
            await AppendAsync(change, effect(place, () => applies), cancellationToken).ConfigureAwait(false);

            // Somebody assigned it to a person meanwhile, with whom it goes on.
            if (!hasMoved)
            {
                return (await _streams.LoadAsync<RightsRequest>(stream, cancellationToken).ConfigureAwait(false)).RequireState();
            }
        }
    }
}
