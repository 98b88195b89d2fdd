using GdprKit.Consent;
using GdprKit.Ledger;
using NodaTime;

namespace GdprKit.Decisions;

/// <summary>
/// Asks about a made-up person in every state that one head can be in, while all others speak for them. Every rule only denies and looks
/// at one of them, so that what is permitted of each is permitted of all together.
/// </summary>
internal sealed class AudienceProbe(DecisionJudge judge, ProcessingRegister register, Key<ProcessingActivity> activity, ProcessingUse use)
{
    // The words of what NoticeDelivery.IsTold says.
    private static readonly ValueList<StreamStatus> ToldWords = [.. NoticeDelivery.StatusesOf(NoticeDeliveryStatus.Sent), .. NoticeDelivery.StatusesOf(NoticeDeliveryStatus.Acknowledged)];

    private readonly ActivityStreams _streams = judge.StreamsOf(activity);
    private readonly Instant _now = judge.Now();

    private ProcessingActivity Activity => _streams.Activity;

    public AudienceTerms Terms(TellingNeed need)
    {
        // The best that anybody can be: somebody of whom nothing is known; or, where that is not enough, who has consented.
        var unknown = judge.Nobody();
        var isConsentNeeded = !Reason(unknown).Permits;
        var topics = _streams.Topics.Where(topic => topic.Channel is null || use.Channel is null || topic.Channel == use.Channel).ToList();
        var asked = Activity.AsksConsent ? topics.Where(topic => topic.Channel is not null == Activity.Consent is { PerChannel: true }).ToList() : topics;
        var needed = isConsentNeeded ? asked.ConvertAll(topic => Consent(topic, permits: true)).FindAll(term => !term.Statuses.IsEmpty) : [];
        if (isConsentNeeded && needed.Count == 0)
        {
            return new AudienceTerms { Denied = Reason(unknown) };
        }

        var best = isConsentNeeded
            ? unknown with { Consents = [new TopicConsent(Topic(needed[0]), Example(needed[0].Statuses[0], isOver: false))] }
            : unknown;

        // Another answer to what is asked today leaves the one that permits as it is; what is asked no more must not be answered with no.
        var others = _streams.Topics.Select(topic => Activity.AsksConsent || !topics.Contains(topic) ? Head(ConsentRecord.Fold, topic.ToStreamKey(), [], []) : Consent(topic, permits: false));
        return new AudienceTerms
        {
            Needed = needed.Select(head => new NeededHead(head, OverruledBy(topics.Except(asked)), ConsentWords.Imported)).ToValueList(),
            Forbidden =
            [
                .. others,
                Objections(Objection.StreamOf(SubjectRef.None, activity), status => best with { Objection = status }),
                Objections(Objection.StreamOfMarketing(SubjectRef.None), status => best with { ObjectionToMarketing = status }),
                Restrictions(Restriction.StreamOf(SubjectRef.None), best),
                Restrictions(Restriction.StreamOf(SubjectRef.None, activity), best),
                .. Activity.Marketing.Where(channel => use.Channel is null || use.Channel == channel).Select(channel => Suppression(channel, best)),
            ],
            Told = need.IsNone || Reason(best with { IsTold = false }).Permits ? null : Told(need),
        };
    }

    private static ConsentTopic Topic(HeadTerm term) => ConsentTopic.TryParse(term.Key, out var topic) ? topic : default;

    private static HeadTerm Head<TState>(StreamFold<TState> fold, StreamKey key, IEnumerable<StreamStatus> statuses, IEnumerable<StreamStatus> onceDue)
        where TState : class, IStreamState<TState> => new(fold.Kind, key, fold.Version, statuses.ToValueList(), onceDue.ToValueList());

    // What is never due is compared without a look at when.
    private static HeadTerm Always<TState>(StreamFold<TState> fold, StreamKey key, IEnumerable<StreamStatus> statuses)
        where TState : class, IStreamState<TState>
    {
        var words = statuses.ToValueList();
        return Head(fold, key, words, words);
    }

    private static ValueList<HeadTerm> OverruledBy(IEnumerable<ConsentTopic> topics) =>
        topics.Select(topic => Always(ConsentRecord.Fold, topic.ToStreamKey(), ConsentWords.Against)).ToValueList();

    // As a decision finds it: who was asked for consent read what for, in whatever shape and whether or not the time of it is over.
    private ToldTerm Told(TellingNeed need) => new(
        [
            .. _streams.Topics.Select(topic => Always(ConsentRecord.Fold, topic.ToStreamKey(), ConsentWords.Standing.Except(ConsentWords.Imported))),
            .. need.Keys.Select(version => Always(NoticeDelivery.Fold, version, ToldWords)),
        ],
        register.People.Where(kind => Activity.People.Contains(kind.Key) && need.Exempt.Contains(judge.AudienceOf(kind.Key))).Select(kind => kind.Key).ToValueList());

    private HeadTerm Consent(ConsentTopic topic, bool permits)
    {
        return Head(
            ConsentRecord.Fold,
            topic.ToStreamKey(),
            ConsentWords.All.Where(word => Permits(word, isOver: false) == permits),
            ConsentWords.Standing.Where(word => Permits(word, isOver: true) == permits));

        bool Permits(StreamStatus word, bool isOver) => Reason(judge.Nobody() with { Consents = [new TopicConsent(topic, Example(word, isOver))] }).Permits;
    }

    private HeadTerm Objections(StreamId stream, Func<ObjectionStatus, PersonFacts> of) => Always(
        Objection.Fold, stream.Key, Enum.GetValues<ObjectionStatus>().Where(status => !Reason(of(status)).Permits).Select(StreamStatus.Of));

    private HeadTerm Restrictions(StreamId stream, PersonFacts best) => Always(
        Restriction.Fold,
        stream.Key,
        Reason(best with { IsRestricted = true }).Permits ? [] : Enum.GetValues<RestrictionStatus>().Where(ActivityStreams.Stands).Select(StreamStatus.Of));

    private HeadTerm Suppression(MarketingChannel channel, PersonFacts best) => Always(
        PersonSuppression.Fold,
        PersonSuppression.StreamOf(SubjectRef.None, channel).Key,
        Reason(best with { SuppressedOver = [channel] }).Permits ? [] : Enum.GetValues<SuppressionStatus>().Where(ActivityStreams.Stands).Select(StreamStatus.Of));

    private DecisionReason Reason(PersonFacts facts) => judge.Judge(_streams, facts, use, SuppressionAnswer.NotListed).Reason;

    private ConsentRecord Example(StreamStatus word, bool isOver)
    {
        var given = _now - Duration.FromDays(2);
        return ConsentWords.Example(word, given) with { Until = isOver ? given + Duration.FromDays(1) : null, Explicit = register.NeedsExplicitConsent(activity) };
    }
}
