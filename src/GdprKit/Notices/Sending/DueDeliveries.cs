using GdprKit.Ledger;
using GdprKit.Subjects;
using NodaTime;

namespace GdprKit.Notices;

/// <summary>
/// Finds whose turn it is: first those whom a sender that is gone had claimed, then those for whom it is to be tried again, then those who have no
/// delivery yet, and last those who are to be reminded.
/// </summary>
internal sealed class DueDeliveries(LedgerStreams streams, ILedgerStore store, ISubjectDirectory subjects, IContactSource contacts, NoticeVersion version, ValueList<Key<SubjectKind>> people)
{
    private static readonly StreamKind Kind = NoticeDelivery.Fold.Kind;

    private readonly StreamKey _key = StreamKey.Of(version.TellsOf);

    private ValueList<byte>? _position = [];

    private StreamId? _reminded;

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
        if (_position is not { } position)
        {
            return null;
        }

        var page = await contacts.ReadWithoutHeadAsync(new ContactQuery(people, Kind, _key) { Position = position, Limit = limit }, cancellationToken).ConfigureAwait(false);
        _position = page.Next;
        var claimed = new NoticeDelivery { Status = NoticeDeliveryStatus.Claimed, Since = now, ClaimedUnder = fence.Number };
        var waiting = (await LinkAsync(page.Contacts, now, cancellationToken).ConfigureAwait(false))
            .Select(person => new DueDelivery(NoticeDelivery.StreamOf(person.Ref, version.TellsOf), person.Contact, claimed, IsReminder: false))
            .ToList();
        while (waiting.Count > 0)
        {
            var claims = waiting.Select(due => new StreamAppend(StreamAppend.Absent, [], NoticeDelivery.Fold.ClaimOf(due.Stream, claimed, now))).ToList();
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

    /// <summary>Who was told longer ago than a moment, said nothing since, and was not reminded; each once in a run, also who could not be reminded.</summary>
    public async ValueTask<List<DueDelivery>> FindRemindersAsync(Instant toldBefore, int limit, CancellationToken cancellationToken)
    {
        var filter = HeadFilter.Of(Kind) with { Key = _key, Statuses = [StreamStatus.Of(NoticeDeliveryStatus.Sent)], SinceBefore = toldBefore };
        for (var query = new HeadQuery(filter) { After = _reminded, Limit = limit }; query is not null;)
        {
            var page = await store.QueryHeadsAsync(query, cancellationToken).ConfigureAwait(false);
            _reminded = page.IsEmpty ? _reminded : page[^1].Stream;
            if (await WithContactsAsync(page, isReminder: true, state => state.MayBeReminded, cancellationToken).ConfigureAwait(false) is { Count: > 0 } due)
            {
                return due;
            }

            query = query.Next(page);
        }

        return [];
    }

    /// <summary>When it is tried again for those who were put off: the earliest, or when there are too many to look at, at the latest a given moment.</summary>
    /// <returns>The instant; <see langword="null"/> when nobody was put off.</returns>
    public async ValueTask<Instant?> NextRetryAsync(Instant? latest, CancellationToken cancellationToken)
    {
        var query = new HeadQuery(HeadFilter.Of(Kind) with { Key = _key, Statuses = [StreamStatus.Of(NoticeDeliveryStatus.Deferred)] });
        var page = await store.QueryHeadsAsync(query, cancellationToken).ConfigureAwait(false);
        var next = page.Min(head => head.Index.Due);
        return query.Next(page) is not null && latest < next ? latest : next;
    }

    private async ValueTask<IEnumerable<(Contact Contact, SubjectRef Ref)>> LinkAsync(ValueList<Contact> people, Instant now, CancellationToken cancellationToken)
    {
        var newcomers = people.Where(contact => contact.Ref is null).Select(contact => contact.Subject).ToValueList();
        var links = newcomers.IsEmpty ? [] : await subjects.LinkAsync(newcomers, now, cancellationToken).ConfigureAwait(false);
        var refs = links.ToDictionary(link => link.Subject, link => link.Ref);
        return people.Select(contact => (contact, contact.Ref ?? refs[contact.Subject]));
    }

    private ValueTask<ValueList<StreamHead>> QueryAsync(HeadFilter filter, int limit, CancellationToken cancellationToken) =>
        store.QueryHeadsAsync(new HeadQuery(filter) { Limit = limit }, cancellationToken);

    private async ValueTask<List<DueDelivery>> WithContactsAsync(
        ValueList<StreamHead> heads, bool isReminder, Func<NoticeDelivery, bool> isDue, CancellationToken cancellationToken)
    {
        var due = new List<(StreamHead Head, NoticeDelivery State)>();
        foreach (var head in heads)
        {
            if ((await streams.LoadAsync<NoticeDelivery>(head.Stream, head, cancellationToken).ConfigureAwait(false)).State is { } state && isDue(state))
            {
                due.Add((head, state));
            }
        }

        var links = await subjects.FindByRefAsync(due.Select(each => each.Head.Stream.Subject).ToValueList(), cancellationToken).ConfigureAwait(false);
        var found = await contacts.FindAsync(links.Select(link => link.Subject).ToValueList(), cancellationToken).ConfigureAwait(false);
        var byRef = found.ToDictionary(contact => contact.Ref!.Value);
        return [.. due.Select(each => new DueDelivery(each.Head.Stream, byRef.GetValueOrDefault(each.Head.Stream.Subject), each.State, isReminder))];
    }
}
