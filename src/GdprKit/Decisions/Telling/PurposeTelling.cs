using System.Collections.Concurrent;
using GdprKit.Consent;
using GdprKit.Ledger;
using GdprKit.Notices;
using NodaTime;

namespace GdprKit.Decisions;

/// <summary>Finds whether people were told of the purpose of an activity, where the notice is published through the ledger. Where nothing is, the host says so itself.</summary>
/// <param name="notices">What was published, and what it names; the same for as long as nothing more is published.</param>
/// <param name="isCommitted">Whether what is looked up is committed for sure.</param>
internal sealed class PurposeTelling(NoticeMemory notices, bool isCommitted)
{
    // Found anew when something is published, and when an announced version comes to hold.
    private readonly ConcurrentDictionary<Key<ProcessingActivity>, (StreamHead?[] Heads, Instant From, TellingNeed Need, ValueList<StreamVersion> Notices)> _known = [];

    /// <summary>What an activity needs, by the heads of the notices of its people; nearly always from memory.</summary>
    /// <param name="streams">The activity.</param>
    /// <param name="store">The ledger.</param>
    /// <param name="now">The moment.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public ValueTask<FoundNeed> FindAsync(ActivityStreams streams, ILedgerStore store, Instant now, CancellationToken cancellationToken)
    {
        var heads = new StreamHead?[streams.Notices.Length];
        var oldest = now;
        for (var i = 0; i < heads.Length; i++)
        {
            if (!notices.TryRecall(streams.Notices[i], now, out heads[i], out var readAt))
            {
                return LookUpAsync(streams, store, now, cancellationToken);
            }

            oldest = Instant.Min(oldest, readAt);
        }

        return JudgeAsync(streams, heads, store, now, oldest, cancellationToken);
    }

    /// <summary>Whether what is known of a person shows by itself that they know of the purpose: who was asked for consent read what for.</summary>
    public static bool IsToldByConsent(PersonFacts facts)
    {
        foreach (var (_, record) in facts.Consents)
        {
            if (record.Status.IsValid() && record.GivenBy is not ConsentActor.Import)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The streams of a person one of which shows that they were told.</summary>
    public static IEnumerable<StreamId> StreamsOf(TellingNeed need, SubjectRef person) => need.Keys.Select(key => new StreamId(NoticeDelivery.Fold.Kind, person, key));

    /// <summary>Whether a head shows it. What another program wrote shows nothing.</summary>
    public static bool IsTold(StreamHead head) => NoticeDelivery.Fold.TryRead(head) is { IsTold: true };

    private async ValueTask<FoundNeed> LookUpAsync(ActivityStreams streams, ILedgerStore store, Instant now, CancellationToken cancellationToken)
    {
        var found = await store.FindHeadsAsync(ValueList.Create<StreamId>(streams.Notices), cancellationToken).ConfigureAwait(false);
        var heads = Array.ConvertAll(streams.Notices, stream => found.FirstOrDefault(head => head.Stream == stream));
        for (var i = 0; i < heads.Length; i++)
        {
            notices.RememberHead(streams.Notices[i], heads[i], now, isCommitted);
        }

        return await JudgeAsync(streams, heads, store, now, now, cancellationToken).ConfigureAwait(false);
    }

    private ValueTask<FoundNeed> JudgeAsync(ActivityStreams streams, StreamHead?[] heads, ILedgerStore store, Instant now, Instant readAt, CancellationToken cancellationToken)
    {
        var goodUntil = readAt + notices.SeenElsewhereWithin;
        return Array.TrueForAll(heads, head => head is null) ? new(new FoundNeed(TellingNeed.None, streams.Unpublished, goodUntil))
            : _known.TryGetValue(streams.Activity.Key, out var known) && known.From <= now && !(known.Need.Until <= now) && heads.AsSpan().SequenceEqual(known.Heads)
                ? new(new FoundNeed(known.Need, known.Notices, Earlier(known.Need.Until, goodUntil)))
            : LearnItAsync();

        async ValueTask<FoundNeed> LearnItAsync()
        {
            var need = await LearnAsync(streams, heads, store, now, cancellationToken).ConfigureAwait(false);
            var versions = streams.Notices.Select((stream, index) => new StreamVersion(stream, heads[index]?.Version ?? 0)).ToValueList();
            _known[streams.Activity.Key] = (heads, now, need, versions);
            return new FoundNeed(need, versions, Earlier(need.Until, goodUntil));
        }
    }

    private static Instant Earlier(Instant? until, Instant goodUntil) => until < goodUntil ? until.Value : goodUntil;

    private async ValueTask<TellingNeed> LearnAsync(
        ActivityStreams streams, StreamHead?[] heads, ILedgerStore store, Instant now, CancellationToken cancellationToken)
    {
        var (keys, exempt, until) = (new List<StreamKey>(), new List<NoticeAudience>(), default(Instant?));
        for (var i = 0; i < heads.Length; i++)
        {
            var versions = heads[i] is { } head ? await PublishedNotices.ReadAsync(head, store, notices, cancellationToken).ConfigureAwait(false) : [];
            var naming = new HashSet<Digest>();
            foreach (var version in versions)
            {
                if (await NamesAsync(version, streams.Activity.Key, store, cancellationToken).ConfigureAwait(false))
                {
                    naming.Add(version.Digest);
                }
            }

            if (TellingNeed.Of(versions, version => naming.Contains(version.Digest), now) is { } needed)
            {
                keys.AddRange(needed);
            }
            else
            {
                exempt.Add(streams.Audiences[i]);
            }

            var next = versions.Where(version => version.EffectiveFrom > now && version.HoldsAt(version.EffectiveFrom)).Select(version => (Instant?)version.EffectiveFrom).Min();
            until = next is null || until <= next ? until : next;
        }

        return exempt.Count == heads.Length
            ? TellingNeed.None with { Until = until }
            : new TellingNeed(keys.ToValueList(), exempt.ToValueList()) { Until = until };
    }

    // What cannot be read names nothing, so that nobody counts as told by it.
    private async ValueTask<bool> NamesAsync(NoticeVersion version, Key<ProcessingActivity> activity, ILedgerStore store, CancellationToken cancellationToken)
    {
        if (notices.FindNamed(version) is { } known)
        {
            return known.Contains(activity);
        }

        if (await store.ReadContentAsync(version.Register, cancellationToken).ConfigureAwait(false) is not { } content || AgreementJudge.Read(content) is not { } register)
        {
            return false;
        }

        var people = version.Audience.KindsIn(register);
        var named = register.Activities.Where(each => each.People.Any(people.Contains)).Select(each => each.Key).ToHashSet();
        notices.RememberNamed(version, named);
        return named.Contains(activity);
    }
}
