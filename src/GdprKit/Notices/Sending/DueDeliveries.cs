using GdprKit.Ledger;
using GdprKit.Subjects;
using NodaTime;

namespace GdprKit.Notices;

/// <summary>
/// Finds whose turn it is: first those whom a sender that is gone had claimed, then those for whom it is to be tried again, then those who have no
/// delivery yet, those who were removed before and are back, and last those who are to be reminded.
/// </summary>
internal sealed class DueDeliveries(LedgerStreams streams, ILedgerStore store, ISubjectDirectory subjects, IContactSource contacts, NoticeVersion version, ValueList<Key<SubjectKind>> people)
{
    private static readonly StreamKind Kind = NoticeDelivery.Fold.Kind;

    // Longer than any schedule: whoever is to be tried again at all.
    private static readonly Duration FarAhead = Duration.FromDays(3_650);

    private readonly StreamKey _key = StreamKey.Of(version.TellsOf);

    // Reading so many people at once costs little more than reading one wave of them.
    private const int WavesAhead = 8;

    // Who is erased or gives another address is found so late at most, beside the wave that is on its way.
    private static readonly Duration Fresh = Duration.FromSeconds(5);

    private readonly Queue<Contact> _ahead = new();

    private (ValueList<byte>? Position, Instant At) _read = ([], Instant.MinValue);

    private ValueList<byte>? _position = [];

    private readonly Walk _returned = new();

    /// <summary>How many rows were passed over so far because nobody can say who they are.</summary>
    public long Unidentified { get; private set; }

    private readonly Walk _reminded = new();

    /// <summary>Who was claimed under an earlier lease: nobody knows whether the mail went, so it goes again with the same id.</summary>
    public async ValueTask<List<DueDelivery>> FindOrphansAsync(LeaseFence fence, int limit, CancellationToken cancellationToken)
    {
        var heads = await QueryAsync(HeadFilter.Of(Kind) with { Key = _key, Statuses = [StreamStatus.Of(NoticeDeliveryStatus.Claimed)] }, limit, cancellationToken).ConfigureAwait(false);
        return await WithContactsAsync(heads, isReminder: false, state => state.ClaimedUnder != fence.Number, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>For whom it is time to try again.</summary>
    public async ValueTask<List<DueDelivery>> FindRetriesAsync(Instant now, int limit, CancellationToken cancellationToken)
    {
        var heads = await QueryAsync(
            HeadFilter.Of(Kind) with { Key = _key, Statuses = [StreamStatus.Of(NoticeDeliveryStatus.Deferred)], DueBefore = now + Duration.Epsilon }, limit, cancellationToken).ConfigureAwait(false);
        return await WithContactsAsync(heads, isReminder: false, _ => true, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Who has no delivery yet, claimed now under a lease; without those who got one in the same moment.</summary>
    /// <returns>The people; <see langword="null"/> when there is nobody left.</returns>
    /// <exception cref="LedgerException">GDPR3104: the lease is somebody else's by now.</exception>
    public async ValueTask<List<DueDelivery>?> ClaimAsync(LeaseFence fence, Instant now, int limit, CancellationToken cancellationToken)
    {
        if (await NextAsync(now, limit, cancellationToken).ConfigureAwait(false) is not { } next)
        {
            return null;
        }

        var claimed = new NoticeDelivery { Status = NoticeDeliveryStatus.Claimed, Since = now, ClaimedUnder = fence.Number };
        var waiting = (await LinkAsync(next, now, cancellationToken).ConfigureAwait(false))
            .ConvertAll(person => new DueDelivery(NoticeDelivery.StreamOf(person.Ref, version.TellsOf), person.Contact, claimed, IsReminder: false));
        // Of everybody the same is written, but for who it is.
        var head = waiting.Count == 0 ? null : NoticeDelivery.Fold.ClaimOf(waiting[0].Stream, claimed, now);
        while (waiting.Count > 0)
        {
            var claims = waiting.ConvertAll(due => new StreamAppend(StreamAppend.Absent, [], head! with { Stream = due.Stream }));
            switch (await store.AppendAsync(AppendBatch.Of(claims, under: fence), cancellationToken).ConfigureAwait(false))
            {
                case AppendResult.LeaseLost:
                    throw LedgerRefusals.LeaseLost();
                case AppendResult.Conflict conflict:
                    waiting.RemoveAll(due => conflict.Streams.Contains(due.Stream));
                    continue;
            }

            break;
        }

        return waiting;
    }

    /// <summary>Whose data were removed before the mail went, and are back; each once in a run.</summary>
    public ValueTask<List<DueDelivery>> FindReturnedAsync(int limit, CancellationToken cancellationToken) => WalkAsync(
        _returned,
        HeadFilter.Of(Kind) with { Key = _key, Statuses = [NoticeDelivery.Gone] },
        limit,
        async (page, token) => (await WithContactsAsync(page, isReminder: false, _ => true, token).ConfigureAwait(false)).FindAll(due => due.Contact is not null),
        cancellationToken);

    /// <summary>Who was told longer ago than a moment, said nothing since, and was not reminded; each once in a run, also who could not be reminded.</summary>
    public ValueTask<List<DueDelivery>> FindRemindersAsync(Instant toldBefore, Instant now, int limit, CancellationToken cancellationToken) => WalkAsync(
        _reminded,
        HeadFilter.Of(Kind) with { Key = _key, Statuses = [StreamStatus.Of(NoticeDeliveryStatus.Sent)], SinceBefore = toldBefore },
        limit,
        (page, token) => WithContactsAsync(page, isReminder: true, state => state.MayBeReminded && !(state.RetryAt > now), token),
        cancellationToken);

    /// <summary>When it is tried again for those who were put off: the earliest, or when there are too many to look at, at the latest a given moment.</summary>
    /// <returns>The instant; <see langword="null"/> when nobody was put off.</returns>
    public async ValueTask<Instant?> NextRetryAsync(Instant now, Instant? latest, CancellationToken cancellationToken)
    {
        var query = new HeadQuery(HeadFilter.Of(Kind) with
        {
            Key = _key,
            Statuses = [StreamStatus.Of(NoticeDeliveryStatus.Deferred), StreamStatus.Of(NoticeDeliveryStatus.Sent)],
            DueBefore = now + FarAhead,
        });
        var page = await store.QueryHeadsAsync(query, cancellationToken).ConfigureAwait(false);
        var next = page.Min(head => head.Index.Due);
        return query.Next(page) is not null && latest < next ? latest : next;
    }

    // What was read a while ago is read again from where it was; who was claimed meanwhile is not in it any more.
    private async ValueTask<ValueList<Contact>?> NextAsync(Instant now, int limit, CancellationToken cancellationToken)
    {
        if (_ahead.Count > 0 && now - _read.At > Fresh)
        {
            _ahead.Clear();
            _position = _read.Position;
        }

        if (_ahead.Count == 0)
        {
            if (_position is not { } position)
            {
                return null;
            }

            var query = new ContactQuery(people, Kind, _key) { Position = position, Limit = Math.Min(limit * WavesAhead, LedgerLimits.HeadsPerPage) };
            var page = await contacts.ReadWithoutHeadAsync(query, cancellationToken).ConfigureAwait(false);
            (_read, _position) = ((position, now), page.Next);
            Unidentified += page.Unidentified;
            foreach (var contact in page.Contacts)
            {
                _ahead.Enqueue(contact);
            }
        }

        return Enumerable.Range(0, Math.Min(limit, _ahead.Count)).Select(_ => _ahead.Dequeue()).ToValueList();
    }

    private async ValueTask<List<(Contact Contact, SubjectRef Ref)>> LinkAsync(ValueList<Contact> people, Instant now, CancellationToken cancellationToken)
    {
        var known = people.Where(contact => contact.Ref is not null).Select(contact => (contact, contact.Ref!.Value)).ToList();
        var newcomers = people.Where(contact => contact.Ref is null).Select(contact => contact.Subject).ToValueList();
        if (newcomers.IsEmpty)
        {
            return known;
        }

        // Whose row went meanwhile was erased, and a link made now would keep the key of somebody who is gone.
        _ = await subjects.LinkAsync(newcomers, now, cancellationToken).ConfigureAwait(false);
        var there = await contacts.FindAsync(newcomers, cancellationToken).ConfigureAwait(false);
        if (newcomers.Except(there.Select(contact => contact.Subject)).ToValueList() is { IsEmpty: false } gone)
        {
            await subjects.UnlinkAsync(gone, cancellationToken).ConfigureAwait(false);
        }

        return [.. known, .. there.Select(contact => (contact, contact.Ref!.Value))];
    }

    // Page after page, until there is somebody; the next call goes on there.
    private async ValueTask<List<DueDelivery>> WalkAsync(
        Walk walk, HeadFilter filter, int limit, Func<ValueList<StreamHead>, CancellationToken, ValueTask<List<DueDelivery>>> choose, CancellationToken cancellationToken)
    {
        for (var query = new HeadQuery(filter) { After = walk.After, Limit = limit }; query is not null;)
        {
            var page = await store.QueryHeadsAsync(query, cancellationToken).ConfigureAwait(false);
            walk.After = page.IsEmpty ? walk.After : page[^1].Stream;
            if (await choose(page, cancellationToken).ConfigureAwait(false) is { Count: > 0 } due)
            {
                return due;
            }

            query = query.Next(page);
        }

        return [];
    }

    private ValueTask<ValueList<StreamHead>> QueryAsync(HeadFilter filter, int limit, CancellationToken cancellationToken) =>
        store.QueryHeadsAsync(new HeadQuery(filter) { Limit = limit }, cancellationToken);

    private async ValueTask<List<DueDelivery>> WithContactsAsync(
        ValueList<StreamHead> heads, bool isReminder, Func<NoticeDelivery, bool> isDue, CancellationToken cancellationToken)
    {
        var due = new List<(StreamHead Head, NoticeDelivery State)>();
        foreach (var head in heads)
        {
            if (await LoadAsync(head, cancellationToken).ConfigureAwait(false) is { } state && isDue(state))
            {
                due.Add((head, state));
            }
        }

        var links = await subjects.FindByRefAsync(due.Select(each => each.Head.Stream.Subject).ToValueList(), cancellationToken).ConfigureAwait(false);
        var found = await contacts.FindAsync(links.Select(link => link.Subject).ToValueList(), cancellationToken).ConfigureAwait(false);
        var byRef = found.ToDictionary(contact => contact.Ref!.Value);
        return [.. due.Select(each => new DueDelivery(each.Head.Stream, byRef.GetValueOrDefault(each.Head.Stream.Subject), each.State, isReminder))];
    }

    // A stream of which something is missing is a finding of whoever verifies the ledger, and keeps nobody else waiting.
    private async ValueTask<NoticeDelivery?> LoadAsync(StreamHead head, CancellationToken cancellationToken)
    {
        try
        {
            return (await streams.LoadAsync<NoticeDelivery>(head.Stream, head, cancellationToken).ConfigureAwait(false)).State;
        }
        catch (LedgerException exception) when (exception.Id is LedgerMessages.EntryUnreadable or LedgerMessages.StreamIncomplete)
        {
            return null;
        }
    }

    /// <summary>How far a run has come among certain heads.</summary>
    private sealed class Walk
    {
        public StreamId? After { get; set; }
    }
}
