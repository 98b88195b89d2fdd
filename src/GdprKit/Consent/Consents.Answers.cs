using GdprKit.Consent;
using GdprKit.Ledger;
using GdprKit.Subjects;
using NodaTime;

namespace GdprKit;

public sealed partial class Consents
{
    /// <summary>Records that a person was asked.</summary>
    /// <param name="subject">The person.</param>
    /// <param name="topic">The topic.</param>
    /// <param name="signal">Who asked over what, and when.</param>
    /// <param name="cancellationToken">Ends the work; afterwards it is recorded or not.</param>
    /// <returns>How it stands now.</returns>
    /// <exception cref="ConsentException">
    /// GDPR1201 to GDPR1205: the topic or the signal cannot be so. GDPR1208: it stands already, or the person said no.
    /// </exception>
    public ValueTask<ConsentRecord> RequestAsync(SubjectId subject, ConsentTopic topic, ConsentSignal signal, CancellationToken cancellationToken = default) =>
        AnswerAsync(subject, topic, signal, ConsentStep.Request, ConsentEntries.Requested, cancellationToken);

    /// <summary>Records that a person wants to decide later.</summary>
    /// <inheritdoc cref="RequestAsync"/>
    public ValueTask<ConsentRecord> DeferAsync(SubjectId subject, ConsentTopic topic, ConsentSignal signal, CancellationToken cancellationToken = default) =>
        AnswerAsync(subject, topic, signal, ConsentStep.Defer, ConsentEntries.Deferred, cancellationToken);

    /// <summary>Records that a person said no. What stands is taken back by <see cref="WithdrawAsync"/>.</summary>
    /// <inheritdoc cref="RequestAsync"/>
    public ValueTask<ConsentRecord> RefuseAsync(SubjectId subject, ConsentTopic topic, ConsentSignal signal, CancellationToken cancellationToken = default) =>
        AnswerAsync(subject, topic, signal, ConsentStep.Refuse, ConsentEntries.Refused, cancellationToken);

    /// <summary>
    /// Records that a person took consent back (Art. 7(3)): at once, in every state, also for an activity that is not declared any more. For an
    /// activity as a whole it is taken back for each of its channels.
    /// </summary>
    /// <param name="subject">The person.</param>
    /// <param name="topic">The topic.</param>
    /// <param name="signal">Who took it back over what, and when; <see cref="ConsentSignal.ByPersonOnline"/> for a form or a link.</param>
    /// <param name="cancellationToken">Ends the work; afterwards everything is recorded or nothing.</param>
    /// <exception cref="ConsentException">GDPR1204 or GDPR1205: the signal cannot be so. GDPR1201: nobody ever declared or recorded the activity.</exception>
    public async ValueTask WithdrawAsync(SubjectId subject, ConsentTopic topic, ConsentSignal signal, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(signal);
        _rules.Require(signal);
        var person = await _subjects.LinkOneAsync(subject, _rules.Now, cancellationToken).ConfigureAwait(false);
        var topics = await WithdrawableAsync(person, topic, cancellationToken).ConfigureAwait(false);
        if (await IsRecordedAsync(signal.Id, topics.Select(each => each.StreamOf(person)), cancellationToken).ConfigureAwait(false))
        {
            return;
        }

        var now = _rules.Now;

        // An id is of one entry; the others of the same batch are recorded together with it or not at all.
        var changes = topics.Select((each, index) => StreamChange.To<ConsentRecord>(each.StreamOf(person), subject, state =>
            ConsentTransitions.Of(ConsentStep.Withdraw, state.StatusAt(now)) is StepOutcome.Recorded
                ? [Draft(ConsentEntries.Withdrawn, Facts(each, signal, state, now), index == 0 ? signal : signal with { Id = null })]
                : []));
        await _streams.AppendAsync(changes.ToValueList(), null, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<ConsentRecord> AnswerAsync(
        SubjectId subject, ConsentTopic topic, ConsentSignal signal, ConsentStep step, EntryType<SignalFacts> type, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(signal);
        _rules.Require(topic);
        _rules.Require(signal);
        var stream = topic.StreamOf(await _subjects.LinkOneAsync(subject, _rules.Now, cancellationToken).ConfigureAwait(false));
        return await RecordAsync(subject, stream, signal.Id, step, (state, now, _) => Draft(type, Facts(topic, signal, state, now), signal), cancellationToken).ConfigureAwait(false);
    }

    // Of what the person has, and if that is nothing, of what the register asks; so that a "no" that comes first is remembered.
    private async ValueTask<ValueList<ConsentTopic>> WithdrawableAsync(SubjectRef person, ConsentTopic topic, CancellationToken cancellationToken)
    {
        if (topic.Channel is not null)
        {
            return [topic];
        }

        var possible = Enum.GetValues<MarketingChannel>().Where(channel => channel is not MarketingChannel.Unspecified)
            .Select(channel => new ConsentTopic(topic.Activity, channel)).Prepend(topic).ToList();
        var heads = await _store.FindHeadsAsync(possible.Select(each => each.StreamOf(person)).ToValueList(), cancellationToken).ConfigureAwait(false);
        var existing = heads.Select(head => head.Stream).ToHashSet();
        var declared = _rules.Register.Activities.TryGet(topic.Activity, out var activity) ? ConsentTopic.AllOf(activity) : [];
        var topics = possible.Where(each => existing.Contains(each.StreamOf(person)) || declared.Contains(each)).ToValueList();
        return topics.IsEmpty ? throw ConsentRefusals.UnknownActivity(topic.Activity) : topics;
    }

    // A clock that was set back does not put what happens now before what was recorded.
    private static SignalFacts Facts(ConsentTopic topic, ConsentSignal signal, ConsentRecord state, Instant now) => new()
    {
        Activity = topic.Activity,
        Channel = topic.Channel,
        By = signal.By,
        Medium = signal.Medium,
        At = At(signal, state, now),
    };

    private static Instant At(ConsentSignal signal, ConsentRecord state, Instant now) =>
        signal.At is { } at ? LedgerTime.Floor(at) : Instant.Max(now, state.Since);

    private static EntryDraft Draft<TFacts>(EntryType<TFacts> type, TFacts facts, ConsentSignal signal)
        where TFacts : class => type.Draft(facts) with { Id = signal.Id, Details = signal.Details };
}
