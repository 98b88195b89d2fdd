using GdprKit.Ledger;

namespace GdprKit.Decisions;

/// <summary>Which streams of a person matter to an activity, and what they come to.</summary>
internal sealed class ActivityStreams
{
    private readonly ValueList<ConsentTopic> _topics;

    public ActivityStreams(ProcessingActivity activity)
    {
        Activity = activity;
        IsMarketing = !activity.Marketing.IsEmpty;

        // Also where consent is asked no more, or was asked otherwise: who refused then keeps that answer.
        _topics = [activity.Key, .. activity.Marketing.Select(channel => new ConsentTopic(activity.Key, channel))];
    }

    public ProcessingActivity Activity { get; }

    public bool IsMarketing { get; }

    public IEnumerable<StreamId> Of(SubjectRef person)
    {
        foreach (var topic in _topics)
        {
            yield return topic.StreamOf(person);
        }

        yield return Objection.StreamOf(person, Activity.Key);
        if (IsMarketing)
        {
            yield return Objection.StreamOfMarketing(person);
        }

        yield return Restriction.StreamOf(person);
        yield return Restriction.StreamOf(person, Activity.Key);
    }

    /// <summary>What heads that were looked up together come to for a person.</summary>
    public async ValueTask<PersonFacts> ReadAsync(
        SubjectRef person, IReadOnlyDictionary<StreamId, StreamHead> heads, LedgerStreams streams, Digest register, CancellationToken cancellationToken)
    {
        var isNewer = false;
        var consents = new List<TopicConsent>();
        foreach (var topic in _topics)
        {
            if (await LoadAsync<ConsentRecord>(topic.StreamOf(person)).ConfigureAwait(false) is { Status: not ConsentStatus.Unknown } record)
            {
                consents.Add(new TopicConsent(topic, record));
            }
        }

        var objection = await LoadAsync<Objection>(Objection.StreamOf(person, Activity.Key)).ConfigureAwait(false);
        var toMarketing = IsMarketing ? await LoadAsync<Objection>(Objection.StreamOfMarketing(person)).ConfigureAwait(false) : null;
        var all = await LoadAsync<Restriction>(Restriction.StreamOf(person)).ConfigureAwait(false);
        var one = await LoadAsync<Restriction>(Restriction.StreamOf(person, Activity.Key)).ConfigureAwait(false);
        var known = Of(person).Select(stream => (Stream: stream, Head: heads.GetValueOrDefault(stream))).ToList();
        return new PersonFacts
        {
            Consents = consents.ToValueList(),
            Objection = objection?.Status,
            ObjectionToMarketing = toMarketing?.Status,
            IsRestricted = Stands(all) || Stands(one),
            IsNewer = isNewer,
            LastRecorded = known.Max(each => each.Head?.RecordedAt),
            Evidence = new DecisionEvidence(register, known.Select(each => new StreamVersion(each.Stream, each.Head?.Version ?? 0)).ToValueList()),
        };

        async ValueTask<TState?> LoadAsync<TState>(StreamId stream)
            where TState : class, IStreamState<TState>
        {
            if (heads.GetValueOrDefault(stream) is not { } head)
            {
                return null;
            }

            var snapshot = await streams.LoadAsync<TState>(stream, head, cancellationToken).ConfigureAwait(false);
            isNewer |= snapshot.State is null;
            return snapshot.State;
        }
    }

    private static bool Stands(Restriction? restriction) => restriction is { Status: not (RestrictionStatus.Unknown or RestrictionStatus.Lifted) };
}
