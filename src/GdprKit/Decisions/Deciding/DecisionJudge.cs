using System.Collections.Concurrent;
using GdprKit.Consent;
using GdprKit.Ledger;
using NodaTime;

namespace GdprKit.Decisions;

/// <summary>Looks up what a decision needs, for many people at once, and judges it.</summary>
internal sealed class DecisionJudge(ProcessingRegister register, DigitalConsentAges ages, IClock clock, NoticeMemory? notices = null, bool isCommitted = false)
{
    private readonly Dictionary<Key<ProcessingActivity>, ActivityStreams> _activities =
        register.Activities.ToDictionary(activity => activity.Key, activity => new ActivityStreams(activity, register));

    private readonly SituationMaker _maker = new(register, ages);

    private readonly PurposeTelling _telling = new(notices ?? new NoticeMemory(), isCommitted);

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
        _activities.TryGetValue(activity, out var streams) ? streams : new ActivityStreams(register.Activities[activity], register);

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

    public ProcessingDecision Older() => new(DecisionReasons.DatabaseOlder, _nothing);

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

        var facts = await ReadAsync(access, streams, asked, heads, cancellationToken).ConfigureAwait(false);
        var need = await _telling.FindAsync(streams, access.Store, Now(), cancellationToken).ConfigureAwait(false);
        return need.Need.IsNone ? With(facts, need) : (await WithTellingAsync(access, [(person, need, facts)], cancellationToken).ConfigureAwait(false))[0];
    }

    /// <summary>Somebody of whom the ledger knows nothing, and who was told of no version.</summary>
    public async ValueTask<PersonFacts> ReadNobodyAsync(DecisionAccess access, SubjectId person, ActivityStreams streams, CancellationToken cancellationToken) =>
        Nobody((await _telling.FindAsync(streams, access.Store, Now(), cancellationToken).ConfigureAwait(false)).Need, person);

    /// <summary>What the ledger knows of people, by one look-up of all streams concerned.</summary>
    /// <param name="access">Where.</param>
    /// <param name="asked">The people, and about what; of somebody without a ref, who it is.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask<PersonFacts[]> ReadAsync(
        DecisionAccess access, IReadOnlyList<(SubjectRef Person, ActivityStreams Streams, SubjectId? Unlinked)> asked, CancellationToken cancellationToken)
    {
        var heads = new Dictionary<StreamId, StreamHead>();
        foreach (var some in asked.Where(each => each.Unlinked is null).SelectMany(each => each.Streams.Of(each.Person)).Chunk(LedgerLimits.ItemsAtOnce))
        {
            foreach (var head in await access.Store.FindHeadsAsync(ValueList.Own(some), cancellationToken).ConfigureAwait(false))
            {
                heads[head.Stream] = head;
            }
        }

        List<(int Place, FoundNeed Need)>? untold = null;
        var facts = new PersonFacts[asked.Count];
        for (var i = 0; i < facts.Length; i++)
        {
            var (person, about, unlinked) = asked[i];
            var need = await _telling.FindAsync(about, access.Store, Now(), cancellationToken).ConfigureAwait(false);
            if (unlinked is not null)
            {
                facts[i] = Nobody(need.Need, unlinked);
                continue;
            }

            var streams = about.Of(person);
            facts[i] = With(await ReadAsync(access, about, streams, Array.ConvertAll(streams, heads.GetValueOrDefault), cancellationToken).ConfigureAwait(false), need);
            if (!need.Need.IsNone)
            {
                (untold ??= []).Add((i, need));
            }
        }

        if (untold is not null)
        {
            var told = await WithTellingAsync(access, untold.ConvertAll(each => (asked[each.Place].Person, each.Need, facts[each.Place])), cancellationToken).ConfigureAwait(false);
            for (var i = 0; i < told.Length; i++)
            {
                facts[untold[i].Place] = told[i];
            }
        }

        return facts;
    }

    // Only where a purpose was added after the first version: whether these people were told of one that names it.
    private async ValueTask<PersonFacts[]> WithTellingAsync(
        DecisionAccess access, List<(SubjectRef Person, FoundNeed Need, PersonFacts Facts)> people, CancellationToken cancellationToken)
    {
        var asked = people.Select(each => PurposeTelling.IsToldByConsent(each.Facts) ? [] : PurposeTelling.StreamsOf(each.Need.Need, each.Person).ToArray()).ToList();
        var heads = new Dictionary<StreamId, StreamHead>();
        foreach (var some in asked.SelectMany(streams => streams).Distinct().Chunk(LedgerLimits.ItemsAtOnce))
        {
            foreach (var head in await access.Store.FindHeadsAsync(ValueList.Own(some), cancellationToken).ConfigureAwait(false))
            {
                heads[head.Stream] = head;
            }
        }

        var facts = new PersonFacts[people.Count];
        for (var i = 0; i < facts.Length; i++)
        {
            var (person, found, known) = people[i];
            var need = found.Need;
            var isTold = PurposeTelling.IsToldByConsent(known) || Array.Exists(asked[i], stream => heads.TryGetValue(stream, out var head) && PurposeTelling.IsTold(head))
                || (!need.Exempt.IsEmpty && await IsExemptAsync(access, person, need, cancellationToken).ConfigureAwait(false));
            facts[i] = With(known, found) with
            {
                IsTold = isTold,
                Evidence = known.Evidence with { Streams = [.. known.Evidence.Streams, .. found.Notices, .. asked[i].Select(stream => new StreamVersion(stream, heads.GetValueOrDefault(stream)?.Version ?? 0))] },
            };
        }

        return facts;
    }

    // A ref does not tell of which kind its person is; that matters where the notices of an activity's people differ.
    private async ValueTask<bool> IsExemptAsync(DecisionAccess access, SubjectRef person, TellingNeed need, CancellationToken cancellationToken) =>
        await access.Subjects.FindByRefAsync([person], cancellationToken).ConfigureAwait(false) is [var link] && need.Exempt.Contains(AudienceOf(link.Subject.Kind));

    private static PersonFacts With(PersonFacts facts, FoundNeed need) => facts with { PublishedUntil = need.GoodUntil, Notices = need.Notices };

    private PersonFacts Nobody(TellingNeed need, SubjectId person) =>
        need.IsNone || need.Exempt.Contains(AudienceOf(person.Kind)) ? Nobody() : Nobody() with { IsTold = false };

    /// <summary>By which notice people of a kind are told.</summary>
    public NoticeAudience AudienceOf(Key<SubjectKind> kind) =>
        register.People.TryGet(kind, out var declared) && declared.HasOwnNotice ? NoticeAudience.Of(kind) : NoticeAudience.Everybody;

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
