using GdprKit.Ledger;

namespace GdprKit.Decisions;

/// <summary>Which streams of a person matter to an activity, and what they come to.</summary>
internal sealed class ActivityStreams
{
    private readonly ConsentTopic[] _topics;

    private readonly (StreamKind Kind, StreamKey Key)[] _places;

    private readonly int _objection;

    private readonly int _restriction;

    private readonly int _suppression;

    public ActivityStreams(ProcessingActivity activity)
    {
        Activity = activity;
        IsMarketing = !activity.Marketing.IsEmpty;

        _topics = TopicsOf(activity);
        StreamId[] streams =
        [
            .. _topics.Select(topic => topic.StreamOf(SubjectRef.None)),
            Objection.StreamOf(SubjectRef.None, activity.Key),
            Objection.StreamOfMarketing(SubjectRef.None),
            Restriction.StreamOf(SubjectRef.None),
            Restriction.StreamOf(SubjectRef.None, activity.Key),
            .. activity.Marketing.Select(channel => PersonSuppression.StreamOf(SubjectRef.None, channel)),
        ];
        _places = Array.ConvertAll(streams, stream => (stream.Kind, stream.Key));
        _objection = _topics.Length;
        _restriction = _topics.Length + 2;
        _suppression = _topics.Length + 4;
    }

    public ProcessingActivity Activity { get; }

    public bool IsMarketing { get; }

    /// <summary>What consent to it can be about, however it is or was asked.</summary>
    public IReadOnlyList<ConsentTopic> Topics => _topics;

    /// <summary>Whether data are kept and not used while a restriction is in a state.</summary>
    public static bool Stands(RestrictionStatus status) => status is not (RestrictionStatus.Unknown or RestrictionStatus.Lifted);

    /// <summary>Whether a person gets no marketing while what is known of an address is in a state.</summary>
    public static bool Stands(SuppressionStatus status) => status is not (SuppressionStatus.Unknown or SuppressionStatus.Removed);

    public StreamId[] Of(SubjectRef person) => Array.ConvertAll(_places, place => new StreamId(place.Kind, person, place.Key));

    /// <summary>What heads that were looked up together come to for a person.</summary>
    public async ValueTask<PersonFacts> ReadAsync(
        SubjectRef person, IReadOnlyDictionary<StreamId, StreamHead> heads, LedgerStreams streams, Digest register, CancellationToken cancellationToken)
    {
        var asked = Of(person);
        var known = Array.ConvertAll(asked, heads.GetValueOrDefault);
        var isNewer = false;
        var consents = new List<TopicConsent>();
        for (var i = 0; i < _topics.Length; i++)
        {
            if (await LoadAsync<ConsentRecord>(i).ConfigureAwait(false) is { Status: not ConsentStatus.Unknown } record)
            {
                consents.Add(new TopicConsent(_topics[i], record));
            }
        }

        var objection = await LoadAsync<Objection>(_objection).ConfigureAwait(false);
        var toMarketing = await LoadAsync<Objection>(_objection + 1).ConfigureAwait(false);
        var all = await LoadAsync<Restriction>(_restriction).ConfigureAwait(false);
        var one = await LoadAsync<Restriction>(_restriction + 1).ConfigureAwait(false);
        var suppressed = new List<MarketingChannel>();
        for (var i = 0; i < Activity.Marketing.Count; i++)
        {
            if (await LoadAsync<PersonSuppression>(_suppression + i).ConfigureAwait(false) is { Status: var status } && Stands(status))
            {
                suppressed.Add(Activity.Marketing[i]);
            }
        }

        return new PersonFacts
        {
            Consents = consents.ToValueList(),
            Objection = objection?.Status,
            ObjectionToMarketing = toMarketing?.Status,
            IsRestricted = Stands(all) || Stands(one),
            SuppressedOver = suppressed.ToValueList(),
            IsNewer = isNewer,
            LastRecorded = known.Max(head => head?.RecordedAt),
            Evidence = new DecisionEvidence(register, asked.Select((stream, index) => new StreamVersion(stream, known[index]?.Version ?? 0)).ToValueList()),
        };

        async ValueTask<TState?> LoadAsync<TState>(int place)
            where TState : class, IStreamState<TState>
        {
            if (known[place] is not { } head)
            {
                return null;
            }

            var snapshot = await streams.LoadAsync<TState>(asked[place], head, cancellationToken).ConfigureAwait(false);
            isNewer |= snapshot.State is null;
            return snapshot.State;
        }
    }

    // However it is asked today: who said no when it was asked otherwise keeps that answer.
    private static ConsentTopic[] TopicsOf(ProcessingActivity activity) => [activity.Key, .. activity.Marketing.Select(channel => new ConsentTopic(activity.Key, channel))];

    private static bool Stands(Restriction? restriction) => restriction is { Status: var status } && Stands(status);
}
