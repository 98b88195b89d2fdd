using System.Collections.Concurrent;
using GdprKit.Consent;
using GdprKit.Ledger;
using NodaTime;

namespace GdprKit.Decisions;

/// <summary>Looks up what a decision needs, for many people at once, and judges it.</summary>
internal sealed class DecisionJudge(ProcessingRegister register, DigitalConsentAges ages, IClock clock)
{
    private readonly Dictionary<Key<ProcessingActivity>, ActivityStreams> _activities =
        register.Activities.ToDictionary(activity => activity.Key, activity => new ActivityStreams(activity));

    private readonly SituationMaker _maker = new(register, ages);

    private readonly DecisionEvidence _nothing = new(register.Hash, []);

    // A register is that of the process, and what was agreed to never changes, so a verdict stands.
    private readonly ConcurrentDictionary<(ConsentTopic Topic, Digest? Agreement), bool> _covered = [];

    private long _latest = long.MinValue;

    /// <summary>Now; or the latest moment that was seen before, where the clock was put back, so that nothing that has ended comes to life.</summary>
    public Instant Now()
    {
        var now = clock.GetCurrentInstant().ToUnixTimeTicks();
        var latest = Volatile.Read(ref _latest);
        while (now > latest)
        {
            var seen = Interlocked.CompareExchange(ref _latest, now, latest);
            if (seen == latest)
            {
                return Instant.FromUnixTimeTicks(now);
            }

            latest = seen;
        }

        return Instant.FromUnixTimeTicks(latest);
    }

    /// <summary>The streams of a declared activity.</summary>
    /// <exception cref="KeyNotFoundException">GDPR1011: the register declares no such activity.</exception>
    public ActivityStreams StreamsOf(Key<ProcessingActivity> activity) =>
        _activities.TryGetValue(activity, out var streams) ? streams : new ActivityStreams(register.Activities[activity]);

    public PersonFacts Nobody() => new()
    {
        Consents = [],
        Objection = null,
        ObjectionToMarketing = null,
        IsRestricted = false,
        IsNewer = false,
        LastRecorded = null,
        Evidence = _nothing,
    };

    public ProcessingDecision Failed() => new(DecisionReasons.LookUpFailed, _nothing);

    public ProcessingDecision Judge(ActivityStreams streams, PersonFacts facts, ProcessingUse use, SuppressionAnswer suppression)
    {
        var now = facts.LastRecorded is { } last ? Instant.Max(Now(), last) : Now();
        var reason =
            facts.IsNewer ? DecisionReasons.NewerProgram
            : suppression is SuppressionAnswer.Unreadable ? DecisionReasons.AddressUnreadable
            : ReasonOf(streams.Activity, facts, use, suppression is SuppressionAnswer.Listed || facts.IsSuppressedFor(use), now);
        return new ProcessingDecision(reason, facts.Evidence);
    }

    // Where consent is asked, one that permits is enough; where it is asked no more, one answer against is.
    private DecisionReason ReasonOf(ProcessingActivity activity, PersonFacts facts, ProcessingUse use, bool isSuppressed, Instant now)
    {
        DecisionReason? first = null;
        foreach (var consent in ConsentChoice.Of(activity, facts, use, now))
        {
            var reason = ProcessingRules.Judge(_maker.Make(activity, facts, consent, use, isSuppressed, now));
            if (reason.Permits == activity.AsksConsent)
            {
                return reason;
            }

            first ??= reason;
        }

        return first!;
    }

    /// <summary>What the ledger knows of a person, by one look-up of all streams concerned.</summary>
    public async ValueTask<PersonFacts> ReadAsync(DecisionAccess access, SubjectRef person, ActivityStreams streams, CancellationToken cancellationToken)
    {
        var asked = streams.Of(person);
        var found = await access.Store.FindHeadsAsync(ValueList.Own(asked), cancellationToken).ConfigureAwait(false);
        var heads = new StreamHead?[asked.Length];
        foreach (var head in found)
        {
            // Few, so that to look at each costs less than to hash one.
            heads[Array.IndexOf(asked, head.Stream)] = head;
        }

        return await ReadAsync(access, streams, asked, heads, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What the ledger knows of people, by one look-up of all streams concerned.</summary>
    public async ValueTask<PersonFacts[]> ReadAsync(
        DecisionAccess access, IReadOnlyList<(SubjectRef Person, ActivityStreams Streams)> asked, CancellationToken cancellationToken)
    {
        var heads = new Dictionary<StreamId, StreamHead>();
        foreach (var some in asked.SelectMany(each => each.Streams.Of(each.Person)).Chunk(LedgerLimits.ItemsAtOnce))
        {
            foreach (var head in await access.Store.FindHeadsAsync(ValueList.Own(some), cancellationToken).ConfigureAwait(false))
            {
                heads[head.Stream] = head;
            }
        }

        var facts = new PersonFacts[asked.Count];
        for (var i = 0; i < facts.Length; i++)
        {
            var streams = asked[i].Streams.Of(asked[i].Person);
            facts[i] = await ReadAsync(access, asked[i].Streams, streams, Array.ConvertAll(streams, heads.GetValueOrDefault), cancellationToken).ConfigureAwait(false);
        }

        return facts;
    }

    // Nearly always everything is at hand, and nothing is waited for.
    private ValueTask<PersonFacts> ReadAsync(DecisionAccess access, ActivityStreams streams, StreamId[] asked, StreamHead?[] heads, CancellationToken cancellationToken)
    {
        return streams.TryRead(asked, heads, register.Hash) is { } facts && (!streams.Activity.AsksConsent || IsKnownToBeCovered(facts)) ? new(facts) : AskLedgerAsync();

        async ValueTask<PersonFacts> AskLedgerAsync()
        {
            var read = await streams.ReadAsync(asked, heads, access.Streams, register.Hash, cancellationToken).ConfigureAwait(false);
            return streams.Activity.AsksConsent ? await WithAlteredAsync(read, access.Store, cancellationToken).ConfigureAwait(false) : read;
        }
    }

    private bool IsKnownToBeCovered(PersonFacts facts)
    {
        foreach (var (topic, record) in facts.Consents)
        {
            if (record.Status.IsValid() && !(_covered.TryGetValue((topic, record.Agreement), out var isCovered) && isCovered))
            {
                return false;
            }
        }

        return true;
    }

    // A change of the register counts at once; Consents.InvalidateOutdatedAsync records it, whenever the host calls it.
    private async ValueTask<PersonFacts> WithAlteredAsync(PersonFacts facts, ILedgerStore store, CancellationToken cancellationToken)
    {
        List<ConsentTopic>? altered = null;
        foreach (var (topic, record) in facts.Consents)
        {
            if (record.Status.IsValid() && record.IsTextKnown && !await IsCoveredAsync(topic, record.Agreement, store, cancellationToken).ConfigureAwait(false))
            {
                (altered ??= []).Add(topic);
            }
        }

        return altered is null ? facts : facts with { Altered = altered.ToValueList() };
    }

    private async ValueTask<bool> IsCoveredAsync(ConsentTopic topic, Digest? agreement, ILedgerStore store, CancellationToken cancellationToken)
    {
        if (_covered.TryGetValue((topic, agreement), out var isCovered))
        {
            return isCovered;
        }

        var verdict = await new AgreementJudge(register, store).JudgeAsync(topic, agreement, cancellationToken).ConfigureAwait(false);
        if (verdict.IsReadable)
        {
            _covered.TryAdd((topic, agreement), !verdict.IsOutdated);
        }

        return verdict is { IsReadable: true, IsOutdated: false };
    }
}
