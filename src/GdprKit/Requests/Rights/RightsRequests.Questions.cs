using GdprKit.Ledger;
using GdprKit.Requests;
using NodaTime;

namespace GdprKit;

/// <content>What is asked of the person, and what the person does.</content>
public sealed partial class RightsRequests
{
    /// <summary>Records that the person was asked what is meant. Until the answer the period stands still, where it was asked within a week and it is needed.</summary>
    /// <param name="request">Its id.</param>
    /// <param name="author">Who asked.</param>
    /// <param name="question">What was asked, at most 4,000 characters; the person reads it. Ask only for what is needed to answer.</param>
    /// <param name="on">On which day, where the controller is, not before receipt; <see langword="null"/> for today.</param>
    /// <param name="cancellationToken">Ends the work; afterwards it is recorded or not.</param>
    /// <returns>The request.</returns>
    /// <exception cref="RightsRequestException">
    /// GDPR1511 or GDPR1512: the question is missing, or too long. GDPR1513: there is no such request. GDPR1514: the day is impossible. GDPR1515: it is decided, or something else is asked.
    /// </exception>
    /// <inheritdoc cref="LedgerStreams.AppendAsync(ValueList{StreamChange}, LeaseFence?, CancellationToken)" path="/exception[@cref='T:GdprKit.Ledger.LedgerException']"/>
    public ValueTask<RightsRequest> AskClarificationAsync(EntryId request, Operator author, string question, LocalDate? on = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(author);
        var details = DetailsOf((RequestTexts.Question, RequestRules.RequireText(question, "question")));
        return ChangeAsync(request, Decide, cancellationToken);

        ValueList<EntryDraft> Decide(RightsRequest state)
        {
            var day = _rules.RequireDay(on, FirstDayOf(state));
            return state.Status switch
            {
                RightsRequestStatus.ClarificationAsked => [],
                RightsRequestStatus.Received => [RequestEntries.ClarificationAsked.Draft(new RequestAsked(day, author.Key, state.IsPrompt(day))) with { Details = details }],
                var from => throw RequestRefusals.CannotMove(from, "clarified", Decided),
            };
        }
    }

    /// <summary>Records that the person said what was meant. The period runs on.</summary>
    /// <param name="request">Its id.</param>
    /// <param name="author">Who records it; <see langword="null"/> where the person answered in the privacy centre.</param>
    /// <param name="reply">What was answered, at most 4,000 characters; <see langword="null"/> when it is kept elsewhere.</param>
    /// <param name="on">On which day the answer came, where the controller is, not before the question; <see langword="null"/> for today.</param>
    /// <param name="cancellationToken">Ends the work; afterwards it is recorded or not.</param>
    /// <exception cref="RightsRequestException">GDPR1512: the answer is too long. GDPR1513: there is no such request. GDPR1514: the day is impossible. GDPR1515: nothing was asked.</exception>
    /// <inheritdoc cref="AskClarificationAsync" path="//*[not(self::summary or self::param or self::exception[@cref='T:GdprKit.RightsRequestException'])]"/>
    public ValueTask<RightsRequest> ClarifyAsync(EntryId request, Operator? author, string? reply = null, LocalDate? on = null, CancellationToken cancellationToken = default)
    {
        var details = DetailsOf((RequestTexts.Reply, string.IsNullOrWhiteSpace(reply) ? null : RequestRules.RequireText(reply, "answer")));
        return ChangeAsync(request, Decide, cancellationToken);

        ValueList<EntryDraft> Decide(RightsRequest state) => state switch
        {
            { Status: RightsRequestStatus.ClarificationAsked } => [RequestEntries.Clarified.Draft(AnswerTo(state, author, on)) with { Details = details }],
            { Status: RightsRequestStatus.Received, IsClarified: true } => [],
            _ => throw RequestRefusals.CannotMove(state.Status, "answered by the person", "Record what was asked with AskClarificationAsync first."),
        };
    }

    /// <summary>
    /// Records that the person was asked to show who it is, because there is reasonable doubt. Until then the period stands still, where it was asked within a week (Art. 12(6)).
    /// </summary>
    /// <param name="request">Its id.</param>
    /// <param name="author">Who asked.</param>
    /// <param name="doubt">What the doubt rests on, at most 4,000 characters. The person does not read it.</param>
    /// <param name="on">On which day, where the controller is, not before receipt; <see langword="null"/> for today.</param>
    /// <param name="cancellationToken">Ends the work; afterwards it is recorded or not.</param>
    /// <remarks>Ask for the least that settles it, never for a copy of a passport where a question by e-mail does. What was shown is not stored.</remarks>
    /// <exception cref="RightsRequestException">
    /// GDPR1511 or GDPR1512: the doubt is missing, or too long. GDPR1513: there is no such request. GDPR1514: the day is impossible. GDPR1515: it is decided, or something else is asked. GDPR1516:
    /// the request came from the account or a known address, is an objection to direct marketing, or was confirmed.
    /// </exception>
    /// <inheritdoc cref="AskClarificationAsync" path="//*[not(self::summary or self::param or self::remarks or self::exception[@cref='T:GdprKit.RightsRequestException'])]"/>
    public ValueTask<RightsRequest> AskIdentityAsync(EntryId request, Operator author, string doubt, LocalDate? on = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(author);
        var details = DetailsOf((RequestTexts.Doubt, RequestRules.RequireText(doubt, "doubt")));
        return ChangeAsync(request, Decide, cancellationToken);

        ValueList<EntryDraft> Decide(RightsRequest state)
        {
            var day = _rules.RequireDay(on, FirstDayOf(state));
            return state switch
            {
                { IsAgainstMarketing: true } => throw RequestRefusals.IdentityUnasked("who objects to direct marketing need not"),
                { From: RightsRequestOrigin.Account } => throw RequestRefusals.IdentityUnasked("the request came from the account of the person"),
                { From: RightsRequestOrigin.KnownAddress } => throw RequestRefusals.IdentityUnasked("the request came from an address that is known of the person"),
                { IsIdentityConfirmed: true } => throw RequestRefusals.IdentityUnasked("the person did already"),
                { Status: RightsRequestStatus.IdentityAsked } => [],
                { Status: RightsRequestStatus.Received } => [RequestEntries.IdentityAsked.Draft(new RequestAsked(day, author.Key, state.IsPrompt(day))) with { Details = details }],
                _ => throw RequestRefusals.CannotMove(state.Status, "put in doubt", Decided),
            };
        }
    }

    /// <summary>Records that the person showed who it is. The period runs on. There is no place for what was shown: look at it, and give it back.</summary>
    /// <param name="request">Its id.</param>
    /// <param name="author">Who is satisfied.</param>
    /// <param name="on">On which day, where the controller is, not before the question; <see langword="null"/> for today.</param>
    /// <param name="cancellationToken">Ends the work; afterwards it is recorded or not.</param>
    /// <exception cref="RightsRequestException">GDPR1513: there is no such request. GDPR1514: the day is impossible. GDPR1515: nobody asked.</exception>
    /// <inheritdoc cref="AskClarificationAsync" path="//*[not(self::summary or self::param or self::exception[@cref='T:GdprKit.RightsRequestException'])]"/>
    public ValueTask<RightsRequest> ConfirmIdentityAsync(EntryId request, Operator author, LocalDate? on = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(author);
        return ChangeAsync(request, Decide, cancellationToken);

        ValueList<EntryDraft> Decide(RightsRequest state) => state switch
        {
            { Status: RightsRequestStatus.IdentityAsked } => [RequestEntries.IdentityConfirmed.Draft(AnswerTo(state, author, on))],
            { Status: RightsRequestStatus.Received, IsIdentityConfirmed: true } => [],
            _ => throw RequestRefusals.CannotMove(state.Status, "confirmed", "Where there is reasonable doubt, record it with AskIdentityAsync first; else nothing needs to be confirmed."),
        };
    }

    /// <summary>Records that the person took the request back, which needs no reason and no proof of who it is. An objection that is not decided is taken back with it.</summary>
    /// <param name="request">Its id.</param>
    /// <param name="author">Who records it; <see langword="null"/> where the person did, in the privacy centre.</param>
    /// <param name="on">On which day, where the controller is, not before receipt; <see langword="null"/> for today.</param>
    /// <param name="cancellationToken">Ends the work; afterwards it is recorded or not.</param>
    /// <exception cref="RightsRequestException">
    /// GDPR1513: there is no such request. GDPR1514: the day is impossible. GDPR1515: it is closed. GDPR1526: it is an objection or a restriction that was granted and is in force.
    /// </exception>
    /// <inheritdoc cref="AskClarificationAsync" path="//*[not(self::summary or self::param or self::exception[@cref='T:GdprKit.RightsRequestException'])]"/>
    public ValueTask<RightsRequest> WithdrawAsync(EntryId request, Operator? author, LocalDate? on = null, CancellationToken cancellationToken = default)
    {
        return ChangeAsync(request, Decide, Effect, cancellationToken);

        StreamChange? Effect(RequestPlace place, Func<bool> applies) => RequestEffects.OnObjection(place, ObjectionStatus.Withdrawn, _rules.Now, null, applies)
            ?? RequestEffects.OnErasureEnded(place, request, new ErasureStep(_rules.Today, author?.Key), applies);

        ValueList<EntryDraft> Decide(RightsRequest state)
        {
            var day = _rules.RequireDay(on, FirstDayOf(state));
            return state.Status is RightsRequestStatus.Withdrawn ? []
                : HasLastingEffect(state) ? throw RequestRefusals.EffectLasts(state.Kind)
                : state.IsOpen ? [RequestEntries.Withdrawn.Draft(new RequestStep(day, author?.Key))]
                : throw RequestRefusals.CannotMove(state.Status, "taken back", "It is closed; there is nothing left to take back.");
        }
    }

    private const string Decided = "Look up what it has become; open it again with ReopenAsync if that was wrong.";

    private RequestAnswered AnswerTo(RightsRequest state, Operator? author, LocalDate? on)
    {
        var day = _rules.RequireDay(on, state.Question!.AskedOn);
        return new RequestAnswered(day, author?.Key, _rules.DatesOf(state.ReceivedOn, state.PausesUntil(day)));
    }

    // What is done about a request is not done before it came, nor before it was opened again.
    private static LocalDate FirstDayOf(RightsRequest state) => state.ReopenedOn is { } again ? LocalDate.Max(state.ReceivedOn, again) : state.ReceivedOn;
}
