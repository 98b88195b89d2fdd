using GdprKit.Ledger;
using GdprKit.Requests;
using GdprKit.Subjects;
using NodaTime;

namespace GdprKit;

/// <summary>
/// Records what people ask by Art. 15 to 21, and everything that comes of it until it is answered, with the day on which that is due. What takes effect with a step, as an objection
/// does with its receipt and a restriction when it is granted, is in force for the next decision.
/// </summary>
/// <remarks>
/// <para>
/// Received, decided (<see cref="AcceptAsync"/>, <see cref="RefuseInPartAsync"/>, <see cref="RefuseAsync"/>), carried out (<see cref="FulfilAsync"/>): that is the way of most. What
/// is said in free words is kept apart from the facts and can be forgotten (<see cref="ForgetTextsAsync"/>).
/// </para>
/// <para>
/// Doing again what was done is no fault and records nothing, so that a form that is sent twice counts once. Of two who decide at the same time the first one counts, and the
/// other is told what the request has become. In the host's transaction where there is one. Of the life of its streams, and as safe for use by several threads as they are.
/// </para>
/// </remarks>
public sealed partial class RightsRequests
{
    /// <summary>How long a text can be: 4,000 characters, on one line or several.</summary>
    public const int LongestText = 4_000;

    /// <summary>How long an address or a number can be: 320 characters.</summary>
    public const int LongestAddress = 320;

    private readonly ProcessingRegister _register;
    private readonly LedgerStreams _streams;
    private readonly ILedgerStore _store;
    private readonly ISubjectDirectory _subjects;
    private readonly RequestRules _rules;

    /// <summary>Records requests in a ledger.</summary>
    /// <param name="register">Declares the kinds of people and the activities, and where the controller is.</param>
    /// <param name="streams">The streams of the ledger.</param>
    /// <param name="store">Where the ledger is kept.</param>
    /// <param name="subjects">Who is who; a person who has no link gets one.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="days">The working days; <see langword="null"/> for those of the country where the controller is established.</param>
    public RightsRequests(ProcessingRegister register, LedgerStreams streams, ILedgerStore store, ISubjectDirectory subjects, IClock clock, WorkingDays? days = null)
    {
        ArgumentNullException.ThrowIfNull(register);
        ArgumentNullException.ThrowIfNull(streams);
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(subjects);
        ArgumentNullException.ThrowIfNull(clock);
        (_register, _streams, _store, _subjects) = (register, streams, store, subjects);
        _rules = new RequestRules(register, days ?? WorkingDays.In(register.Controller.Country), clock);
    }

    /// <summary>Records a request.</summary>
    /// <param name="intake">The request as it was received.</param>
    /// <param name="person">Whose it is; <see langword="null"/> for somebody who was not found. The person who asks is answered alike, so that nobody learns here who is known.</param>
    /// <param name="id">Its id, so that a form that is sent twice makes one request; <see langword="null"/> for a new one.</param>
    /// <param name="cancellationToken">Ends the work; afterwards it is recorded or not.</param>
    /// <returns>The id of the request.</returns>
    /// <remarks>
    /// An objection is in force with its receipt, where the law knows one: until it is decided the data are kept and not used (Art. 18(1)(d)). Against direct marketing there is nothing to
    /// decide: the request is fulfilled when it is recorded.
    /// </remarks>
    /// <exception cref="RightsRequestException">
    /// GDPR1503 or GDPR1504: nothing says what is asked, or how it came. GDPR1505 to GDPR1507: it has two days of receipt, one in the future, or one more than five years ago. GDPR1508: nothing
    /// says who entered it. GDPR1509 or GDPR1510: the register does not declare the kind of person or the activity, or the request is about none. GDPR1512: a text is too long. GDPR1513: the
    /// id is that of nothing.
    /// </exception>
    /// <inheritdoc cref="LedgerStreams.AppendAsync(ValueList{StreamChange}, LeaseFence?, CancellationToken)" path="/exception[@cref='T:GdprKit.Ledger.LedgerException']"/>
    public async ValueTask<EntryId> ReceiveAsync(RightsRequestIntake intake, SubjectId? person, EntryId? id = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(intake);
        var facts = _rules.RequireReceived(intake);
        var details = DetailsOf(
            (RequestTexts.Asked, string.IsNullOrWhiteSpace(intake.Words) ? null : RequestRules.RequireText(intake.Words, "request")),
            (RequestTexts.Address, string.IsNullOrWhiteSpace(intake.Address) ? null : RequestRules.RequireText(intake.Address, "address", LongestAddress)));
        var request = id is { IsDefault: true } ? throw RequestRefusals.RequestUnknown() : id ?? EntryId.New(_rules.Now);
        if (person is not null)
        {
            _rules.RequirePerson(person);
        }

        var subject = person is null ? SubjectRef.None : await _subjects.LinkOneAsync(person, _rules.Now, cancellationToken).ConfigureAwait(false);
        var draft = RequestEntries.Received.Draft(facts) with { Id = request, Details = details };
        var isNew = false;
        var change = StreamChange.To<RightsRequest>(RightsRequest.StreamOf(subject, request), person, Decide);
        await AppendAsync(change, RaisedBy(facts, subject, person, () => isNew), cancellationToken).ConfigureAwait(false);
        return request;

        ValueList<EntryDraft> Decide(RightsRequest state)
        {
            isNew = state.Status is RightsRequestStatus.Unknown;
            return isNew ? [draft, .. AtOnce(facts, subject)]
                // Sent again, and the clock has moved on since; what is asked is the same.
                : state.Kind == facts.Kind && state.Through == facts.Through && state.Activity == facts.Activity ? []
                : throw LedgerException.IdTaken();
        }
    }

    /// <summary>Records whose request it is that came from somebody who was not found at first. It goes on under the same id, and what was recorded of it goes along.</summary>
    /// <param name="request">Its id.</param>
    /// <param name="person">The person.</param>
    /// <param name="author">Who established it.</param>
    /// <param name="cancellationToken">Ends the work; afterwards it is recorded or not.</param>
    /// <returns>The request; an objection is in force now.</returns>
    /// <exception cref="RightsRequestException">
    /// GDPR1509: the register does not declare the kind of person. GDPR1513: there is no such request. GDPR1515: it is not open any more. GDPR1522: it is somebody else's.
    /// </exception>
    /// <inheritdoc cref="LedgerStreams.AppendAsync(ValueList{StreamChange}, LeaseFence?, CancellationToken)" path="/exception[@cref='T:GdprKit.Ledger.LedgerException']"/>
    public async ValueTask<RightsRequest> AssignAsync(EntryId request, SubjectId person, Operator author, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(author);
        _rules.RequirePerson(person);
        while (true)
        {
            var (stream, state) = await RequireAsync(request, cancellationToken).ConfigureAwait(false);
            if (!stream.Subject.IsNone)
            {
                var isSame = await _subjects.FindOneAsync(person, cancellationToken).ConfigureAwait(false) == stream.Subject;
                return isSame ? await ForgetNobodysAsync(request, state, cancellationToken).ConfigureAwait(false) : throw RequestRefusals.AssignedAlready();
            }

            if (!state.IsOpen)
            {
                throw RequestRefusals.CannotMove(state.Status, "assigned to a person", "Open it again with ReopenAsync first.");
            }

            if (await MoveAsync(stream, state, person, author, cancellationToken).ConfigureAwait(false) is { } moved)
            {
                return await ForgetNobodysAsync(request, moved, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Forgets what was said about a request in free words: what was asked, the address, questions, answers, reasons. What was done and when stays.</summary>
    /// <param name="request">Its id.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The number of entries whose words went.</returns>
    /// <exception cref="RightsRequestException">GDPR1513: there is no such request.</exception>
    public async ValueTask<long> ForgetTextsAsync(EntryId request, CancellationToken cancellationToken = default)
    {
        var (stream, _) = await RequireAsync(request, cancellationToken).ConfigureAwait(false);
        return await _store.ForgetDetailsAsync(Heads with { Subject = stream.Subject, Key = stream.Key }, cancellationToken).ConfigureAwait(false);
    }

    private static HeadFilter Heads => HeadFilter.Of(RightsRequest.Fold.Kind);

    private static EntryDetails? DetailsOf(params (string Name, string? Text)[] texts)
    {
        var said = texts.Where(text => text.Text is not null).Select(text => (text.Name, text.Text!)).ToArray();
        return said.Length == 0 ? null : EntryDetails.Of(said);
    }

    private static bool IsInForceAtOnce(RequestReceived facts, SubjectRef subject) => facts.IsAgainstMarketing && !subject.IsNone;

    private ValueList<EntryDraft> AtOnce(RequestReceived facts, SubjectRef subject) => !IsInForceAtOnce(facts, subject) ? [] :
        [RequestEntries.Fulfilled.Draft(new RequestFulfilled(_rules.Today, null, RightsFulfilmentMeans.AtOnce, null, null))];

    private StreamChange? RaisedBy(RequestReceived facts, SubjectRef subject, SubjectId? person, Func<bool> applies) =>
        _rules.CanBeObjectedTo(facts.Activity, facts.IsAgainstMarketing)
            ? RequestEffects.OnObjection(new RequestPlace(subject, person, facts.Kind, facts.Activity), ObjectionStatus.Raised, _rules.EffectOf(facts.On), null, applies)
            : null;

    private ValueTask AppendAsync(StreamChange change, StreamChange? effect, CancellationToken cancellationToken) =>
        _streams.AppendAsync(effect is null ? [change] : [change, effect], cancellationToken: cancellationToken);

    /// <summary>Carries a request over from nobody to a person, unless something was added to it meanwhile.</summary>
    private async ValueTask<RightsRequest?> MoveAsync(StreamId stream, RightsRequest state, SubjectId person, Operator author, CancellationToken cancellationToken)
    {
        var entries = await _store.ReadStreamAsync(stream, 0, cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false);
        var facts = RequestEntries.Received.Read(entries[0]).Facts;
        var subject = await _subjects.LinkOneAsync(person, _rules.Now, cancellationToken).ConfigureAwait(false);
        var target = RightsRequest.StreamOf(subject, state.Id);
        var step = new RequestStep(_rules.Today, author.Key);
        var isStale = false;
        ValueList<EntryDraft> copies =
        [
            .. entries.Select(entry => new EntryDraft(entry.Type, entry.Facts) { Details = entry.Details is { } details ? EntryDetails.Of([.. details.ToTexts()]) : null }),
            RequestEntries.Assigned.Draft(step),
            .. AtOnce(facts, subject),
        ];
        await _streams.AppendAsync(
            [
                StreamChange.To<RightsRequest>(stream, null, current =>
                {
                    isStale = current != state;
                    return isStale ? [] : [RequestEntries.Moved.Draft(step)];
                }),
                StreamChange.To<RightsRequest>(target, person, _ => isStale ? [] : copies),
                .. RaisedBy(facts, subject, person, () => !isStale) is { } raised ? [raised] : Array.Empty<StreamChange>(),
            ],
            cancellationToken: cancellationToken).ConfigureAwait(false);
        return isStale ? null : (await _streams.LoadAsync<RightsRequest>(target, cancellationToken).ConfigureAwait(false)).RequireState();
    }

    // The words went along; where the program ended between the two, whoever assigns it again has them forgotten.
    private async ValueTask<RightsRequest> ForgetNobodysAsync(EntryId request, RightsRequest state, CancellationToken cancellationToken)
    {
        await _store.ForgetDetailsAsync(Heads with { Subject = SubjectRef.None, Key = StreamKey.Of(request) }, cancellationToken).ConfigureAwait(false);
        return state;
    }
}
