using GdprKit.Ledger;
using GdprKit.Requests;
using NodaTime;

namespace GdprKit;

/// <content>What the controller decides, and what it does.</content>
public sealed partial class RightsRequests
{
    /// <summary>Grants a request. A restriction is placed and an objection upheld with it; anything else is still to be carried out.</summary>
    /// <param name="request">Its id.</param>
    /// <param name="author">Who decides.</param>
    /// <param name="restriction">Of a restriction: on which ground of Art. 18(1) it is placed. Of others: <see langword="null"/>.</param>
    /// <param name="cancellationToken">Ends the work; afterwards it is recorded or not.</param>
    /// <returns>The request.</returns>
    /// <remarks>
    /// A restriction stands until it is lifted with <see cref="Restrictions.LiftAsync"/>, which needs the moment at which the person was told before (Art. 18(3)). That nothing is held of
    /// somebody who was not found is an answer too: grant the request, and say so when it is fulfilled.
    /// </remarks>
    /// <exception cref="RightsRequestException">
    /// GDPR1513: there is no such request. GDPR1515: it is decided otherwise, or the person is asked who it is. GDPR1523: the ground of a restriction is missing, or something else has one. GDPR1524: it
    /// is a restriction or an objection, and nobody knows whose. GDPR1525: the law knows no objection to the activity.
    /// </exception>
    /// <inheritdoc cref="LedgerStreams.AppendAsync(ValueList{StreamChange}, LeaseFence?, CancellationToken)" path="/exception[@cref='T:GdprKit.Ledger.LedgerException']"/>
    public ValueTask<RightsRequest> AcceptAsync(EntryId request, Operator author, RestrictionGround? restriction = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(author);
        return ChangeAsync(request, Decide, Effect, cancellationToken);

        ValueList<EntryDraft> Decide(RightsRequest state, RequestPlace place)
        {
            RequireGrantable(state, place, restriction);
            return state.Status switch
            {
                RightsRequestStatus.Accepted => [],
                RightsRequestStatus.Received or RightsRequestStatus.ClarificationAsked => [RequestEntries.Accepted.Draft(new RequestAccepted(_rules.Today, author.Key, restriction))],
                var from => throw RequestRefusals.CannotMove(from, "granted", from is RightsRequestStatus.IdentityAsked ? Doubted : Decided),
            };
        }

        StreamChange? Effect(RequestPlace place, Func<bool> applies) =>
            RequestEffects.OnRestriction(place, restriction, _rules.Now, applies) ?? RequestEffects.OnObjection(place, ObjectionStatus.Upheld, _rules.Now, null, applies);
    }

    /// <summary>Refuses a request. An objection is overridden with it, on the grounds of the sentence.</summary>
    /// <param name="request">Its id.</param>
    /// <param name="author">Who decides.</param>
    /// <param name="ground">On which ground: one of <see cref="RightsRequestGrounds.For"/>.</param>
    /// <param name="sentence">Why, in words that the person reads (Art. 12(4)), at most 4,000 characters. Kept apart from the facts; can be forgotten.</param>
    /// <param name="cancellationToken">Ends the work; afterwards it is recorded or not.</param>
    /// <returns>The request.</returns>
    /// <exception cref="RightsRequestException">
    /// GDPR1511 or GDPR1512: the sentence is missing, or too long. GDPR1513: there is no such request. GDPR1515: it is decided otherwise. GDPR1517: the law does not have the ground for this kind.
    /// GDPR1518: it is an objection to direct marketing.
    /// </exception>
    /// <inheritdoc cref="LedgerStreams.AppendAsync(ValueList{StreamChange}, LeaseFence?, CancellationToken)" path="/exception[@cref='T:GdprKit.Ledger.LedgerException']"/>
    public ValueTask<RightsRequest> RefuseAsync(EntryId request, Operator author, RightsRequestGround ground, string sentence, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(author);
        var said = RequestRules.RequireText(sentence, "sentence to the person");
        return ChangeAsync(
            request, Decide, (place, applies) => RequestEffects.OnObjection(place, ObjectionStatus.Overridden, _rules.Now, said, applies), cancellationToken);

        ValueList<EntryDraft> Decide(RightsRequest state)
        {
            var refused = Refused(state, author, ground);
            return state.Status switch
            {
                RightsRequestStatus.Refused when state.Ground == ground => [],
                RightsRequestStatus.Received or RightsRequestStatus.ClarificationAsked or RightsRequestStatus.IdentityAsked =>
                    [RequestEntries.Refused.Draft(refused) with { Details = DetailsOf((RequestTexts.Sentence, said)) }],
                var from => throw RequestRefusals.CannotMove(from, "refused", Decided),
            };
        }
    }

    /// <summary>Refuses a part of a request, and grants the rest, which is still to be carried out.</summary>
    /// <param name="request">Its id.</param>
    /// <param name="author">Who decides.</param>
    /// <param name="ground">On which ground: one of <see cref="RightsRequestGrounds.For"/>.</param>
    /// <param name="sentence">Which part and why, in words that the person reads (Art. 12(4)), at most 4,000 characters. Kept apart from the facts; can be forgotten.</param>
    /// <param name="cancellationToken">Ends the work; afterwards it is recorded or not.</param>
    /// <returns>The request.</returns>
    /// <exception cref="RightsRequestException">
    /// GDPR1511 or GDPR1512: the sentence is missing, or too long. GDPR1513: there is no such request. GDPR1515: it is decided otherwise, or the person is asked who it is. GDPR1517 or GDPR1518: the
    /// law does not have the ground for this kind. GDPR1519: it is a restriction or an objection, which cannot be granted by halves.
    /// </exception>
    /// <inheritdoc cref="LedgerStreams.AppendAsync(ValueList{StreamChange}, LeaseFence?, CancellationToken)" path="/exception[@cref='T:GdprKit.Ledger.LedgerException']"/>
    public ValueTask<RightsRequest> RefuseInPartAsync(EntryId request, Operator author, RightsRequestGround ground, string sentence, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(author);
        var details = DetailsOf((RequestTexts.Sentence, RequestRules.RequireText(sentence, "sentence to the person")));
        return ChangeAsync(request, Decide, cancellationToken);

        ValueList<EntryDraft> Decide(RightsRequest state)
        {
            var refused = Refused(state, author, ground);
            return IsAboutDecisions(state.Kind) ? throw RequestRefusals.Undivided(state.Kind) : state.Status switch
            {
                RightsRequestStatus.RefusedInPart when state.Ground == ground => [],
                RightsRequestStatus.Received or RightsRequestStatus.ClarificationAsked => [RequestEntries.RefusedInPart.Draft(refused) with { Details = details }],
                var from => throw RequestRefusals.CannotMove(from, "refused in part", from is RightsRequestStatus.IdentityAsked ? Doubted : Decided),
            };
        }
    }

    /// <summary>Records that the person was told that the answer takes up to three months, and why (Art. 12(3)).</summary>
    /// <param name="request">Its id.</param>
    /// <param name="author">Who told it.</param>
    /// <param name="reasons">The reasons as the person was told them: how complex it is, or how many requests there are; at most 4,000 characters.</param>
    /// <param name="toldOn">On which day the person was told, where the controller is: within the first month; <see langword="null"/> for today.</param>
    /// <param name="cancellationToken">Ends the work; afterwards it is recorded or not.</param>
    /// <returns>The request, due three months after receipt.</returns>
    /// <exception cref="RightsRequestException">
    /// GDPR1511 or GDPR1512: the reasons are missing, or too long. GDPR1513: there is no such request. GDPR1514: the day is impossible. GDPR1515: it is closed. GDPR1520: the first month was over.
    /// </exception>
    /// <inheritdoc cref="LedgerStreams.AppendAsync(ValueList{StreamChange}, LeaseFence?, CancellationToken)" path="/exception[@cref='T:GdprKit.Ledger.LedgerException']"/>
    public ValueTask<RightsRequest> ExtendAsync(EntryId request, Operator author, string reasons, LocalDate? toldOn = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(author);
        var details = DetailsOf((RequestTexts.Reasons, RequestRules.RequireText(reasons, "reasons")));
        return ChangeAsync(request, Decide, cancellationToken);

        ValueList<EntryDraft> Decide(RightsRequest state)
        {
            if (!state.IsOpen)
            {
                throw RequestRefusals.CannotMove(state.Status, "extended", "It is closed; there is nothing left to do.");
            }

            var day = _rules.RequireDay(toldOn, state.ReceivedOn);
            return state.ExtendedOn is not null ? []
                : _rules.LastToExtend(state, day) is var last && day > last ? throw RequestRefusals.ExtensionLate(last)
                : [RequestEntries.Extended.Draft(new RequestExtended(day, author.Key, state.Dates.NominalExtendedDue)) with { Details = details }];
        }
    }

    /// <summary>Records that what was granted was carried out, and that the person was told.</summary>
    /// <param name="request">Its id.</param>
    /// <param name="author">Who did it.</param>
    /// <param name="done">What was done.</param>
    /// <param name="on">On which day, where the controller is, not before receipt; <see langword="null"/> for today.</param>
    /// <param name="cancellationToken">Ends the work; afterwards it is recorded or not.</param>
    /// <returns>The request, closed.</returns>
    /// <exception cref="RightsRequestException">
    /// GDPR1511 or GDPR1512: what was done is missing, or too long. GDPR1513: there is no such request. GDPR1514: the day is impossible. GDPR1515: it was not granted. GDPR1527: nothing says how.
    /// GDPR1549: it is said to be done by an export, and that is not the last one of this request.
    /// GDPR1578: an erasure was ordered for it, and a place has not answered yet. GDPR1580: it is said to be done by an erasure, and none was ordered for it, or it was ended.
    /// </exception>
    /// <inheritdoc cref="LedgerStreams.AppendAsync(ValueList{StreamChange}, LeaseFence?, CancellationToken)" path="/exception[@cref='T:GdprKit.Ledger.LedgerException']"/>
    public ValueTask<RightsRequest> FulfilAsync(EntryId request, Operator author, RightsFulfilment done, LocalDate? on = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(author);
        if (done is null)
        {
            throw RequestRefusals.FulfilmentUnknown();
        }

        var details = DetailsOf((RequestTexts.Done, RequestRules.RequireText(done.Done, "account of what was done")));
        var isByErasure = done.Means is RightsFulfilmentMeans.Erased;
        return ChangeAsync(
            request, Decide, (place, applies) => RequestEffects.OnErasureTold(place, request, isByErasure, new ErasureStep(_rules.Today, author.Key), applies), cancellationToken);

        ValueList<EntryDraft> Decide(RightsRequest state, RequestPlace place)
        {
            var day = _rules.RequireDay(on, FirstDayOf(state));
            return state.Status switch
            {
                RightsRequestStatus.Fulfilled => [],
                _ when done.Means is RightsFulfilmentMeans.Export && state.Export?.Digest != done.Answer => throw RequestRefusals.ExportUnknown(),
                _ when isByErasure && (state.Kind is not RightsRequestKind.Erasure || place.Subject.IsNone) => throw ErasureRefusals.NothingErased(),
                RightsRequestStatus.Accepted or RightsRequestStatus.RefusedInPart =>
                    [RequestEntries.Fulfilled.Draft(new RequestFulfilled(day, author.Key, done.Means, done.Answer, done.Order)) with { Details = details }],
                var from => throw RequestRefusals.CannotMove(from, "carried out", "Grant it first with AcceptAsync, or a part of it with RefuseInPartAsync."),
            };
        }
    }

    /// <summary>
    /// Opens a decided request again, as when something was forgotten. It is due as it was before; what the person asks anew is a request of its own. An objection that was refused is in force
    /// again until it is decided.
    /// </summary>
    /// <param name="request">Its id.</param>
    /// <param name="author">Who opens it.</param>
    /// <param name="reason">Why, at most 4,000 characters. The person does not read it.</param>
    /// <param name="cancellationToken">Ends the work; afterwards it is recorded or not.</param>
    /// <returns>The request.</returns>
    /// <exception cref="RightsRequestException">
    /// GDPR1511 or GDPR1512: the reason is missing, or too long. GDPR1513: there is no such request. GDPR1515: it is handled together with another one. GDPR1526: it is an objection or a restriction
    /// that was granted and is in force.
    /// </exception>
    /// <inheritdoc cref="LedgerStreams.AppendAsync(ValueList{StreamChange}, LeaseFence?, CancellationToken)" path="/exception[@cref='T:GdprKit.Ledger.LedgerException']"/>
    public ValueTask<RightsRequest> ReopenAsync(EntryId request, Operator author, string reason, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(author);
        var details = DetailsOf((RequestTexts.Note, RequestRules.RequireText(reason, "reason")));
        return ChangeAsync(
            request,
            Decide,
            (place, applies) => _rules.CanBeObjectedTo(place.Activity, isAgainstMarketing: false)
                ? RequestEffects.OnObjection(place, ObjectionStatus.Raised, _rules.Now, null, applies)
                : null,
            cancellationToken);

        ValueList<EntryDraft> Decide(RightsRequest state) => state.Status switch
        {
            RightsRequestStatus.Received or RightsRequestStatus.ClarificationAsked or RightsRequestStatus.IdentityAsked => [],
            RightsRequestStatus.Merged => throw RequestRefusals.CannotMove(state.Status, "opened again", "Open the request with which it is handled."),
            _ => HasLastingEffect(state)
                ? throw RequestRefusals.EffectLasts(state.Kind)
                : [RequestEntries.Reopened.Draft(new RequestStep(_rules.Today, author.Key)) with { Details = details }],
        };
    }

    private const string Doubted = "Record who it is with ConfirmIdentityAsync, or refuse it because nobody can tell.";

    private static bool IsAboutDecisions(RightsRequestKind kind) => kind is RightsRequestKind.Restriction or RightsRequestKind.Objection;

    private static bool HasLastingEffect(RightsRequest state) =>
        IsAboutDecisions(state.Kind) && state.Status is RightsRequestStatus.Accepted or RightsRequestStatus.Fulfilled;

    private RequestRefused Refused(RightsRequest state, Operator author, RightsRequestGround ground) =>
        state.IsAgainstMarketing ? throw RequestRefusals.MarketingAbsolute()
        : RightsRequestGrounds.For(state.Kind).Contains(ground) ? new RequestRefused(_rules.Today, author.Key, state.Kind, ground)
        : throw RequestRefusals.GroundUnfit(state.Kind);

    private void RequireGrantable(RightsRequest state, RequestPlace place, RestrictionGround? restriction)
    {
        var isGround = restriction is { } ground && ground is not RestrictionGround.Unspecified && Enum.IsDefined(ground);
        if (state.Kind is RightsRequestKind.Restriction ? !isGround : restriction is not null)
        {
            throw RequestRefusals.RestrictionUnfit();
        }

        if (IsAboutDecisions(state.Kind) && !state.IsAgainstMarketing && place.Subject.IsNone)
        {
            throw RequestRefusals.NobodysEffect();
        }

        if (state.Kind is RightsRequestKind.Objection && !_rules.CanBeObjectedTo(state.Activity, state.IsAgainstMarketing))
        {
            throw RequestRefusals.ObjectionUnfit();
        }
    }
}
