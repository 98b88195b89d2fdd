using GdprKit.Consent;
using GdprKit.Ledger;

namespace GdprKit;

public sealed partial class Consents
{
    private const int RevisionPage = 500;

    /// <summary>
    /// Which consents that stand no longer cover what the register declares, because what was agreed to has changed or ended. Nothing is
    /// written: look, and then call <see cref="InvalidateOutdatedAsync"/>, or change the register back.
    /// </summary>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>
    /// One for each topic and change, ordered by topic. A change invalidates when people had to know of it to agree: another controller, basis,
    /// category, source, unguarded transfer, decision by a machine or channel, or a recipient that decides itself; not wording, periods or what uses less.
    /// </returns>
    public async ValueTask<ValueList<OutdatedConsents>> FindOutdatedAsync(CancellationToken cancellationToken = default)
    {
        var counts = new Dictionary<(ConsentTopic Topic, AgreementVerdict Verdict), long>();
        await foreach (var standing in ReadStandingAsync(new AgreementJudge(_rules.Register, _store), cancellationToken).ConfigureAwait(false))
        {
            if (standing.Verdict.IsOutdated)
            {
                var same = (standing.Topic, standing.Verdict);
                counts[same] = counts.GetValueOrDefault(same) + 1;
            }
        }

        return counts
            .Select(pair => new OutdatedConsents(pair.Key.Topic, pair.Key.Verdict.Reason, pair.Key.Verdict.Changes, pair.Value))
            .OrderBy(outdated => outdated.Topic.ToStreamKey())
            .ThenByDescending(outdated => outdated.Count)
            .ToValueList();
    }

    /// <summary>
    /// Records of every consent that no longer covers what the register declares that it is not valid any more, page after page. Done twice it
    /// is done once; who was interrupted calls it again and goes on with what is left.
    /// </summary>
    /// <param name="progress">Told after every page how far it has come; <see langword="null"/> for nobody.</param>
    /// <param name="cancellationToken">Ends the work, also half-way; what was recorded stays.</param>
    public async ValueTask<ConsentRevision> InvalidateOutdatedAsync(IProgress<ConsentRevision>? progress = null, CancellationToken cancellationToken = default)
    {
        var judge = new AgreementJudge(_rules.Register, _store);
        var done = new ConsentRevision(0, 0, 0);
        var page = new List<(StreamHead Head, ConsentTopic Topic, Digest? Agreement, AgreementVerdict Verdict)>(RevisionPage);
        await foreach (var standing in ReadStandingAsync(judge, cancellationToken).ConfigureAwait(false))
        {
            done = done with { Compared = done.Compared + 1, Unreadable = done.Unreadable + (standing.Verdict.IsReadable ? 0 : 1) };
            if (standing.Verdict.IsOutdated)
            {
                page.Add(standing);
            }

            if (page.Count == RevisionPage)
            {
                await FlushAsync().ConfigureAwait(false);
            }
        }

        await FlushAsync().ConfigureAwait(false);
        return done;

        async ValueTask FlushAsync()
        {
            if (page.Count > 0)
            {
                done = done with { Invalidated = done.Invalidated + await InvalidateAsync(page, cancellationToken).ConfigureAwait(false) };
                page.Clear();
                progress?.Report(done);
            }
        }
    }

    private async ValueTask<long> InvalidateAsync(
        List<(StreamHead Head, ConsentTopic Topic, Digest? Agreement, AgreementVerdict Verdict)> page, CancellationToken cancellationToken)
    {
        var now = _rules.Now;
        var invalidated = new bool[page.Count];
        var changes = page.Select((each, index) => StreamChange.To<ConsentRecord>(each.Head.Stream, null, state =>
        {
            // Who agreed to the new register meanwhile is not touched.
            invalidated[index] = state.Agreement == each.Agreement && ConsentTransitions.Of(ConsentStep.Invalidate, state.StatusAt(now)) is StepOutcome.Recorded;
            return invalidated[index] ? [Outdated(each.Topic, each.Verdict, state, now)] : [];
        }));
        await _streams.AppendAsync(changes.ToValueList(), null, cancellationToken).ConfigureAwait(false);
        return invalidated.Count(each => each);
    }

    private EntryDraft Outdated(ConsentTopic topic, AgreementVerdict verdict, ConsentRecord state, NodaTime.Instant now) => ConsentEntries.Invalidated.Draft(
        End(topic, verdict.Reason, state, now) with
        {
            Register = verdict.Reason is ConsentEndReason.ActivityChanged ? _rules.Register.Only(topic.Activity).Hash : null,
            Changed = verdict.Changes.Select(change => change.Element).Distinct().Order().ToValueList(),
        });

    private async IAsyncEnumerable<(StreamHead Head, ConsentTopic Topic, Digest? Agreement, AgreementVerdict Verdict)> ReadStandingAsync(
        AgreementJudge judge, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var now = _rules.Now;
        var standing = HeadFilter.Of(ConsentRecord.Fold.Kind) with { Statuses = ConsentWords.Standing };
        await foreach (var head in _streams.ReadHeadsAsync(standing, cancellationToken).ConfigureAwait(false))
        {
            var state = (await _streams.LoadAsync<ConsentRecord>(head.Stream, head, cancellationToken).ConfigureAwait(false)).State;
            if (state?.StatusAt(now).IsValid() is true && ConsentTopic.TryParse(head.Stream.Key, out var topic))
            {
                yield return (head, topic, state.Agreement, await judge.JudgeAsync(topic, state.Agreement, cancellationToken).ConfigureAwait(false));
            }
        }
    }
}
