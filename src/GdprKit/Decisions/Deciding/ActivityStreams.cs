using GdprKit.Ledger;
using GdprKit.Notices;
using NodaTime;

namespace GdprKit.Decisions;

/// <summary>Which streams of a person matter to an activity, and what they come to.</summary>
internal sealed class ActivityStreams
{
    private readonly ConsentTopic[] _topics;

    private readonly (StreamKind Kind, StreamKey Key)[] _places;

    private readonly int _objection;

    private readonly int _restriction;

    private readonly int _suppression;

    public ActivityStreams(ProcessingActivity activity, ProcessingRegister register)
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
        Audiences = [.. register.People.Where(kind => activity.People.Contains(kind.Key)).Select(kind => kind.HasOwnNotice ? NoticeAudience.Of(kind.Key) : NoticeAudience.Everybody).Distinct()];
        Notices = [.. Audiences.Select(PublishedNotices.StreamOf)];
        Unpublished = Notices.Select(stream => new StreamVersion(stream, 0)).ToValueList();
        _places = Array.ConvertAll(streams, stream => (stream.Kind, stream.Key));
        _objection = _topics.Length;
        _restriction = _topics.Length + 2;
        _suppression = _topics.Length + 4;
    }

    public ProcessingActivity Activity { get; }

    public bool IsMarketing { get; }

    /// <summary>Who is told of the activity by which notice.</summary>
    public NoticeAudience[] Audiences { get; }

    /// <summary>The streams of these notices, about nobody.</summary>
    public StreamId[] Notices { get; }

    /// <summary>These streams while nothing is published.</summary>
    public ValueList<StreamVersion> Unpublished { get; }

    /// <summary>What consent to it can be about, however it is or was asked.</summary>
    public IReadOnlyList<ConsentTopic> Topics => _topics;

    /// <summary>Whether data are kept and not used while a restriction is in a state.</summary>
    public static bool Stands(RestrictionStatus status) => status is not (RestrictionStatus.Unknown or RestrictionStatus.Lifted);

    /// <summary>Whether a person gets no marketing while what is known of an address is in a state.</summary>
    public static bool Stands(SuppressionStatus status) => status is not (SuppressionStatus.Unknown or SuppressionStatus.Removed);

    /// <summary>What consent to an activity can be about, however it is asked today: who said no when it was asked otherwise keeps that answer.</summary>
    public static ConsentTopic[] TopicsOf(ProcessingActivity activity) => [activity.Key, .. activity.Marketing.Select(channel => new ConsentTopic(activity.Key, channel))];

    public StreamId[] Of(SubjectRef person)
    {
        var streams = new StreamId[_places.Length];
        for (var i = 0; i < streams.Length; i++)
        {
            streams[i] = new StreamId(_places[i].Kind, person, _places[i].Key);
        }

        return streams;
    }

    /// <summary>What heads that were looked up together come to for a person; <see langword="null"/> where they alone do not tell.</summary>
    /// <param name="asked">The streams of the person.</param>
    /// <param name="heads">Their heads, each in the place of its stream; <see langword="null"/> where a stream has none.</param>
    /// <param name="register">The digest of the register.</param>
    public PersonFacts? TryRead(StreamId[] asked, StreamHead?[] heads, Digest register)
    {
        var states = new object?[heads.Length];
        for (var i = 0; i < heads.Length; i++)
        {
            if (heads[i] is { } head && (states[i] = StateOf(i, head)) is null)
            {
                return null;
            }
        }

        return FactsOf(asked, heads, states, register);
    }

    /// <summary>As <see cref="TryRead"/>, and where a head that another program wrote does not tell, its entries do.</summary>
    public async ValueTask<PersonFacts> ReadAsync(StreamId[] asked, StreamHead?[] heads, LedgerStreams streams, Digest register, CancellationToken cancellationToken)
    {
        var states = new object?[heads.Length];
        for (var i = 0; i < heads.Length; i++)
        {
            if (heads[i] is { } head)
            {
                states[i] = i < _objection ? await LoadAsync<ConsentRecord>(asked[i], head).ConfigureAwait(false)
                    : i < _restriction ? await LoadAsync<Objection>(asked[i], head).ConfigureAwait(false)
                    : i < _suppression ? await LoadAsync<Restriction>(asked[i], head).ConfigureAwait(false)
                    : await LoadAsync<PersonSuppression>(asked[i], head).ConfigureAwait(false);
            }
        }

        return FactsOf(asked, heads, states, register);

        async ValueTask<object?> LoadAsync<TState>(StreamId stream, StreamHead head)
            where TState : class, IStreamState<TState> => (await streams.LoadAsync<TState>(stream, head, cancellationToken).ConfigureAwait(false)).State;
    }

    private object? StateOf(int place, StreamHead head) =>
        place < _objection ? ConsentRecord.Fold.TryRead(head)
        : place < _restriction ? Objection.Fold.TryRead(head)
        : place < _suppression ? Restriction.Fold.TryRead(head)
        : PersonSuppression.Fold.TryRead(head);

    private PersonFacts FactsOf(StreamId[] asked, StreamHead?[] heads, object?[] states, Digest register)
    {
        var (isNewer, versions) = (false, new StreamVersion[asked.Length]);
        Instant? last = null;
        List<TopicConsent>? consents = null;
        List<MarketingChannel>? suppressed = null;
        for (var i = 0; i < versions.Length; i++)
        {
            versions[i] = new StreamVersion(asked[i], heads[i]?.Version ?? 0);
            isNewer |= heads[i] is not null && states[i] is null;
            last = heads[i]?.RecordedAt is { } at && !(at <= last) ? at : last;
            switch (states[i])
            {
                case ConsentRecord { Status: not ConsentStatus.Unknown } record:
                    (consents ??= []).Add(new TopicConsent(_topics[i], record));
                    break;
                case PersonSuppression { Status: var status } when Stands(status):
                    (suppressed ??= []).Add(Activity.Marketing[i - _suppression]);
                    break;
            }
        }

        return new PersonFacts
        {
            Consents = consents?.ToValueList() ?? [],
            Objection = (states[_objection] as Objection)?.Status,
            ObjectionToMarketing = (states[_objection + 1] as Objection)?.Status,
            IsRestricted = Stands(states[_restriction] as Restriction) || Stands(states[_restriction + 1] as Restriction),
            SuppressedOver = suppressed?.ToValueList() ?? [],
            IsNewer = isNewer,
            LastRecorded = last,
            Evidence = new DecisionEvidence(register, ValueList.Own(versions)),
        };
    }

    private static bool Stands(Restriction? restriction) => restriction is { Status: var status } && Stands(status);
}
