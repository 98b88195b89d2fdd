using GdprKit.Decisions;
using GdprKit.Ledger;
using GdprKit.Subjects;
using NodaTime;

namespace GdprKit;

/// <summary>Records that people object, and what comes of it (Art. 21). What it records is in force for the next decision.</summary>
/// <remarks>
/// Doing again what was done is no fault and records nothing, so that a form that is sent twice counts once. In the host's transaction where
/// there is one. Of the life of its streams, and as safe for use by several threads as they are.
/// </remarks>
/// <param name="streams">The streams.</param>
/// <param name="subjects">Who is who; a person who has no link gets one.</param>
/// <param name="clock">The clock.</param>
public sealed class Objections(LedgerStreams streams, ISubjectDirectory subjects, IClock clock)
{
    /// <summary>The person objects to an activity. Where that is direct marketing, it is to be objected to with <see cref="ObjectToMarketingAsync"/>.</summary>
    /// <param name="subject">The person.</param>
    /// <param name="activity">The activity.</param>
    /// <param name="at">When the person did; <see langword="null"/> for now.</param>
    /// <param name="cancellationToken">Ends the work; afterwards it is recorded or not.</param>
    /// <returns>The objection.</returns>
    /// <exception cref="ArgumentException">GDPR1250: the moment lies ahead. GDPR1251: the activity is missing.</exception>
    /// <exception cref="InvalidOperationException">GDPR1252: from where the objection is it cannot come there.</exception>
    /// <inheritdoc cref="LedgerStreams.AppendAsync(ValueList{StreamChange}, LeaseFence?, CancellationToken)" path="/exception[@cref='T:GdprKit.Ledger.LedgerException']"/>
    public ValueTask<Objection> ObjectAsync(SubjectId subject, Key<ProcessingActivity> activity, Instant? at = null, CancellationToken cancellationToken = default) =>
        MoveAsync(subject, activity, ObjectionStatus.Raised, at, null, cancellationToken);

    /// <summary>The person objects to all direct marketing, now and later, over every channel. Nothing is weighed (Art. 21(2), (3)).</summary>
    /// <inheritdoc cref="ObjectAsync"/>
    public ValueTask<Objection> ObjectToMarketingAsync(SubjectId subject, Instant? at = null, CancellationToken cancellationToken = default) =>
        MoveAsync(subject, null, ObjectionStatus.Raised, at, null, cancellationToken);

    /// <summary>The controller begins to weigh its grounds; until it is done the data are only stored (Art. 18(1)(d)).</summary>
    /// <inheritdoc cref="ObjectAsync"/>
    public ValueTask<Objection> WeighAsync(SubjectId subject, Key<ProcessingActivity> activity, CancellationToken cancellationToken = default) =>
        MoveAsync(subject, activity, ObjectionStatus.Pending, null, null, cancellationToken);

    /// <summary>The person is right; the activity ends for this person.</summary>
    /// <inheritdoc cref="ObjectAsync"/>
    public ValueTask<Objection> UpholdAsync(SubjectId subject, Key<ProcessingActivity> activity, CancellationToken cancellationToken = default) =>
        MoveAsync(subject, activity, ObjectionStatus.Upheld, null, null, cancellationToken);

    /// <summary>Compelling grounds of the controller weigh more (Art. 21(1)).</summary>
    /// <param name="subject">The person.</param>
    /// <param name="activity">The activity.</param>
    /// <param name="grounds">The grounds in words, which the controller must demonstrate. Kept as details, apart from the facts.</param>
    /// <param name="cancellationToken">Ends the work; afterwards it is recorded or not.</param>
    /// <exception cref="ArgumentException">GDPR1251: the activity is missing. GDPR1253: there are no grounds.</exception>
    /// <inheritdoc cref="ObjectAsync"/>
    public ValueTask<Objection> OverrideAsync(SubjectId subject, Key<ProcessingActivity> activity, string grounds, CancellationToken cancellationToken = default) =>
        string.IsNullOrWhiteSpace(grounds)
            ? throw new ArgumentException($"{DecisionMessages.GroundsMissing}: an objection is to be overridden without a ground. Write down the compelling grounds, which must be demonstrated (Art. 21(1)).", nameof(grounds))
            : MoveAsync(subject, activity, ObjectionStatus.Overridden, null, EntryDetails.Of(("grounds", grounds)), cancellationToken);

    /// <summary>The person takes the objection to an activity back.</summary>
    /// <inheritdoc cref="ObjectAsync"/>
    public ValueTask<Objection> WithdrawAsync(SubjectId subject, Key<ProcessingActivity> activity, Instant? at = null, CancellationToken cancellationToken = default) =>
        MoveAsync(subject, activity, ObjectionStatus.Withdrawn, at, null, cancellationToken);

    /// <summary>The person takes the objection to direct marketing back. Consent that was withdrawn stays withdrawn.</summary>
    /// <inheritdoc cref="ObjectAsync"/>
    public ValueTask<Objection> WithdrawMarketingObjectionAsync(SubjectId subject, Instant? at = null, CancellationToken cancellationToken = default) =>
        MoveAsync(subject, null, ObjectionStatus.Withdrawn, at, null, cancellationToken);

    /// <summary>Looks up what has become of an objection.</summary>
    /// <param name="subject">The person.</param>
    /// <param name="activity">The activity; <see langword="null"/> for all direct marketing.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The objection; <see langword="null"/> when there never was one.</returns>
    /// <exception cref="LedgerException">GDPR3103: a newer program wrote it. GDPR3105 or GDPR3106: it cannot be read.</exception>
    public async ValueTask<Objection?> FindAsync(SubjectId subject, Key<ProcessingActivity>? activity = null, CancellationToken cancellationToken = default) =>
        await subjects.FindOneAsync(subject, cancellationToken).ConfigureAwait(false) is { } person
            && await PersonStreams.ReadAsync<Objection>(streams, StreamOf(person, activity), cancellationToken).ConfigureAwait(false) is { Status: not ObjectionStatus.Unknown } objection
                ? objection
                : null;

    private static StreamId StreamOf(SubjectRef person, Key<ProcessingActivity>? activity) =>
        activity is { } named ? Objection.StreamOf(person, PersonStreams.Require(named)) : Objection.StreamOfMarketing(person);

    private async ValueTask<Objection> MoveAsync(
        SubjectId subject, Key<ProcessingActivity>? activity, ObjectionStatus to, Instant? at, EntryDetails? details, CancellationToken cancellationToken)
    {
        var step = new ObjectionStep(PersonStreams.RequirePast(at, clock));
        var person = await subjects.LinkOneAsync(subject, LedgerTime.Floor(clock.GetCurrentInstant()), cancellationToken).ConfigureAwait(false);
        var stream = StreamOf(person, activity);
        var isOfMarketing = Objection.IsOfMarketing(stream.Key);
        return (await streams.AppendAsync<Objection>(stream, subject, Decide, cancellationToken).ConfigureAwait(false)).State!;

        ValueList<EntryDraft> Decide(Objection objection) =>
            objection.Status == to ? []
            : ObjectionTransitions.Allow(objection.Status, to, isOfMarketing) ? [ObjectionEntries.To(to).Draft(step) with { Details = details }]
            : throw new InvalidOperationException(
                $"{DecisionMessages.ObjectionCannotMove}: an objection that is {StreamStatus.Of(objection.Status)} cannot become {StreamStatus.Of(to)}. "
                + (isOfMarketing ? "Against direct marketing it is only raised and taken back." : "Look up what it has become."));
    }
}
