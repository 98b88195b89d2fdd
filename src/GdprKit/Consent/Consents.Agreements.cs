using GdprKit.Consent;
using GdprKit.Ledger;
using GdprKit.Subjects;
using NodaTime;

namespace GdprKit;

public sealed partial class Consents
{
    /// <summary>
    /// Records that somebody agreed to what the notice of the evidence told: that of today, or one that was published before, as of consent on paper; what
    /// has changed since, the consent does not cover (<see cref="FindOutdatedAsync"/>). Where it stands already it is recorded as agreeing again.
    /// </summary>
    /// <param name="subject">The person.</param>
    /// <param name="topic">The topic.</param>
    /// <param name="evidence">What shows it.</param>
    /// <param name="cancellationToken">Ends the work; afterwards it is recorded or not.</param>
    /// <returns>How it stands now; confirmation may still be pending.</returns>
    /// <exception cref="ConsentException">
    /// GDPR1201 to GDPR1207, GDPR1209: the topic or the evidence cannot be so. GDPR1208: it cannot follow on the state that it is in. GDPR1210: the
    /// person said no, or the consent was ended, after this evidence. GDPR1213: the notice did not ask for it.
    /// </exception>
    public ValueTask<ConsentRecord> GiveAsync(SubjectId subject, ConsentTopic topic, ConsentEvidence evidence, CancellationToken cancellationToken = default) =>
        AgreeAsync(subject, topic, evidence, ConsentStep.Give, cancellationToken);

    /// <summary>Records that somebody agreed again to what stands or has expired.</summary>
    /// <inheritdoc cref="GiveAsync"/>
    public ValueTask<ConsentRecord> RenewAsync(SubjectId subject, ConsentTopic topic, ConsentEvidence evidence, CancellationToken cancellationToken = default) =>
        AgreeAsync(subject, topic, evidence, ConsentStep.Renew, cancellationToken);

    /// <summary>Records that the person confirmed over a channel that the address is theirs (double opt-in). Twice is once.</summary>
    /// <param name="subject">The person.</param>
    /// <param name="topic">The topic.</param>
    /// <param name="over">The channel.</param>
    /// <param name="cancellationToken">Ends the work; afterwards it is recorded or not.</param>
    /// <returns>How it stands now.</returns>
    /// <exception cref="ConsentException">GDPR1201 to GDPR1203: the topic cannot be so. GDPR1208: nothing stands. GDPR1211: it need not be confirmed over that channel.</exception>
    public async ValueTask<ConsentRecord> ConfirmAsync(SubjectId subject, ConsentTopic topic, MarketingChannel over, CancellationToken cancellationToken = default)
    {
        _rules.Require(topic);
        var stream = topic.StreamOf(await _subjects.LinkOneAsync(subject, _rules.Now, cancellationToken).ConfigureAwait(false));
        return await RecordAsync(subject, stream, null, ConsentStep.Confirm, Confirm, cancellationToken).ConfigureAwait(false);

        EntryDraft? Confirm(ConsentRecord state, Instant now, StepOutcome outcome) => state switch
        {
            _ when !state.ConfirmOver.Contains(over) => throw ConsentRefusals.NothingToConfirm(),
            _ when state.ProvenChannels.Contains(over) => null,
            _ => ConsentEntries.Confirmed.Draft(new ConfirmationFacts
            {
                Activity = topic.Activity,
                Channel = topic.Channel,
                Over = over,
                At = ConsentSpans.NoEarlier(state, now),
            }),
        };
    }

    /// <summary>
    /// Records that a person has another address for a channel: what was confirmed was confirmed for the one of before, so that every consent that is to be
    /// confirmed over the channel waits for it again. Where nothing was confirmed nothing is recorded.
    /// </summary>
    /// <remarks>
    /// No address is kept beside a consent, nor a hash of one, so only who changes the address can tell: call it in the same transaction, together with
    /// <see cref="SuppressionList.AskForAsync(SubjectRef, ValueList{MarketingAddress}, CancellationToken)"/>. A renewal keeps what was confirmed.
    /// </remarks>
    /// <param name="subject">The person.</param>
    /// <param name="over">The channel.</param>
    /// <param name="cancellationToken">Ends the work; afterwards everything is recorded or nothing.</param>
    public async ValueTask ChangeAddressAsync(SubjectId subject, MarketingChannel over, CancellationToken cancellationToken = default)
    {
        if (await _subjects.FindOneAsync(subject, cancellationToken).ConfigureAwait(false) is not { } person)
        {
            return;
        }

        var now = _rules.Now;
        var changes = new List<StreamChange>();
        await foreach (var head in _streams.ReadHeadsAsync(HeadFilter.Of(ConsentRecord.Fold.Kind) with { Subject = person }, cancellationToken).ConfigureAwait(false))
        {
            if (ConsentTopic.TryParse(head.Stream.Key, out var topic))
            {
                changes.Add(StreamChange.To<ConsentRecord>(head.Stream, subject, state => state.ProvenChannels.Contains(over) ? [Change(topic, state)] : []));
            }
        }

        await _streams.AppendAsync(changes.ToValueList(), null, cancellationToken).ConfigureAwait(false);

        EntryDraft Change(ConsentTopic topic, ConsentRecord state) => ConsentEntries.AddressChanged.Draft(new ConfirmationFacts
        {
            Activity = topic.Activity,
            Channel = topic.Channel,
            Over = over,
            At = ConsentSpans.NoEarlier(state, now),
        });
    }

    /// <summary>Records that somebody else than the person took consent back, or the question. Where neither stands nothing is recorded.</summary>
    /// <param name="subject">The person.</param>
    /// <param name="topic">The topic, also one that the register does not declare any more.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellationToken">Ends the work; afterwards it is recorded or not.</param>
    /// <returns>How it stands now.</returns>
    /// <exception cref="ConsentException">GDPR1204: there is no reason.</exception>
    public ValueTask<ConsentRecord> RevokeAsync(SubjectId subject, ConsentTopic topic, ConsentEndReason reason, CancellationToken cancellationToken = default) =>
        EndAsync(subject, topic, reason, ConsentStep.Revoke, ConsentEntries.Revoked, cancellationToken);

    /// <summary>Records that a consent is not or no longer valid. Where nothing stands nothing is recorded.</summary>
    /// <inheritdoc cref="RevokeAsync"/>
    public ValueTask<ConsentRecord> InvalidateAsync(SubjectId subject, ConsentTopic topic, ConsentEndReason reason, CancellationToken cancellationToken = default) =>
        EndAsync(subject, topic, reason, ConsentStep.Invalidate, ConsentEntries.Invalidated, cancellationToken);

    private async ValueTask<ConsentRecord> AgreeAsync(SubjectId subject, ConsentTopic topic, ConsentEvidence evidence, ConsentStep step, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        var activity = _rules.Require(topic);
        _rules.Require(evidence, activity);
        var shown = await ShownAsync(subject, topic, activity, evidence.Notice, cancellationToken).ConfigureAwait(false);
        var stream = topic.StreamOf(await _subjects.LinkOneAsync(subject, _rules.Now, cancellationToken).ConfigureAwait(false));
        return await RecordAsync(subject, stream, evidence.Id, step, Agree, cancellationToken).ConfigureAwait(false);

        EntryDraft? Agree(ConsentRecord state, Instant now, StepOutcome outcome)
        {
            var at = At(evidence, state, now);
            if (at < state.WithdrawnAt || (state.Status is ConsentStatus.Revoked or ConsentStatus.Invalidated && at < state.Since))
            {
                throw ConsentRefusals.Overtaken();
            }

            // Older evidence of what stands by newer one.
            if (state.StatusAt(now).IsValid() && at < state.GivenAt)
            {
                return null;
            }

            var isRenewal = step is ConsentStep.Renew || outcome is StepOutcome.RecordedAsRenewal;
            return Draft(
                isRenewal ? ConsentEntries.Renewed : ConsentEntries.Given,
                new AgreementFacts
                {
                    Activity = topic.Activity,
                    Channel = topic.Channel,
                    By = evidence.By,
                    Medium = evidence.Medium,
                    At = at,
                    Mechanism = evidence.Mechanism,
                    Notice = evidence.Notice,
                    Wording = evidence.Wording.Digest,
                    Language = evidence.Wording.Language,
                    Agreement = shown.Agreement,
                    Explicit = shown.IsExplicit,
                    Until = _rules.Until(activity, shown.Then, at),
                    Confirm = ConsentRequirements.ConfirmationOf(activity, topic),
                },
                evidence) with
            {
                Content = [evidence.Wording.Content, .. shown.Content],
                StoredContent = shown.Stored,
            };
        }
    }

    private async ValueTask<ConsentRecord> EndAsync(
        SubjectId subject, ConsentTopic topic, ConsentEndReason reason, ConsentStep step, EntryType<EndFacts> type, CancellationToken cancellationToken)
    {
        if (reason is ConsentEndReason.Unspecified || !Enum.IsDefined(reason))
        {
            throw ConsentRefusals.Incomplete("the reason");
        }

        var stream = topic.StreamOf(await _subjects.LinkOneAsync(subject, _rules.Now, cancellationToken).ConfigureAwait(false));
        return await RecordAsync(subject, stream, null, step, (state, now, _) => type.Draft(End(topic, reason, state, now)), cancellationToken).ConfigureAwait(false);
    }

    private static EndFacts End(ConsentTopic topic, ConsentEndReason reason, ConsentRecord state, Instant now) => new()
    {
        Activity = topic.Activity,
        Channel = topic.Channel,
        At = Instant.Max(now, state.Since),
        Reason = reason,
    };
}
