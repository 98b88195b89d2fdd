using System.Text;
using GdprKit.Ledger;
using GdprKit.Mapping;
using GdprKit.Notices;
using GdprKit.Subjects;

namespace GdprKit.InMemory;

/// <summary>The people among the objects that the host keeps in memory; all of them are looked at for every question.</summary>
internal sealed class InMemoryContactSource(PersonalDataMap map, IEnumerable<IPersonalDataStore> stores, ISubjectDirectory directory, ILedgerStore ledger) : IContactSource
{
    // What a directory and a ledger take at once.
    private const int MostAtOnce = 10_000;

    public async ValueTask<ContactPage> ReadWithoutHeadAsync(ContactQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var after = Encoding.UTF8.GetString(query.Position.AsSpan());
        var found = new List<Contact>();
        var (people, unidentified) = await ReadAsync(query.People.Contains, _ => true, cancellationToken).ConfigureAwait(false);
        var passedOver = query.Position.IsEmpty ? unidentified : 0;
        foreach (var some in people.Where(person => string.CompareOrdinal(OrderOf(person.Subject), after) > 0).Chunk(MostAtOnce))
        {
            var told = await FindHeadsAsync(some, query.Kind, query.Key, cancellationToken).ConfigureAwait(false);
            found.AddRange(some.Where(person => person.Ref is not { } known || !told.ContainsKey(known)).Take(query.Limit - found.Count));
            if (found.Count == query.Limit)
            {
                return new ContactPage(found.ToValueList(), [.. Encoding.UTF8.GetBytes(OrderOf(found[^1].Subject))]) { Unidentified = passedOver };
            }
        }

        return new ContactPage(found.ToValueList(), null) { Unidentified = passedOver };
    }

    public async ValueTask<ValueList<Contact>> FindAsync(ValueList<SubjectId> people, CancellationToken cancellationToken)
    {
        LedgerLimits.RequireAtOnce(people.Count);
        var asked = people.ToHashSet();
        return (await ReadAsync(_ => true, asked.Contains, cancellationToken).ConfigureAwait(false)).People.Where(person => person.Ref is not null).ToValueList();
    }

    public async ValueTask<ValueList<PostalContact>> FindPostalAsync(ValueList<SubjectId> people, CancellationToken cancellationToken)
    {
        LedgerLimits.RequireAtOnce(people.Count);
        var (asked, found) = (people.ToHashSet(), new Dictionary<SubjectId, PostalContact>());
        foreach (var (store, entity) in Entities(cancellationToken))
        {
            await foreach (var row in store.ReadPostalAsync(entity, cancellationToken).ConfigureAwait(false))
            {
                if (asked.Contains(row.Subject))
                {
                    found.TryAdd(row.Subject, row);
                }
            }
        }

        return found.Values.ToValueList();
    }

    public async ValueTask<ContactCounts> CountAsync(ValueList<Key<SubjectKind>> people, StreamKind kind, StreamKey key, CancellationToken cancellationToken)
    {
        var counts = new SortedDictionary<StreamStatus, long>();
        var without = 0L;
        var (all, unidentified) = await ReadAsync(people.Contains, _ => true, cancellationToken).ConfigureAwait(false);
        foreach (var some in all.Chunk(MostAtOnce))
        {
            var heads = await FindHeadsAsync(some, kind, key, cancellationToken).ConfigureAwait(false);
            foreach (var person in some)
            {
                if (person.Ref is { } known && heads.TryGetValue(known, out var status))
                {
                    counts[status] = counts.GetValueOrDefault(status) + 1;
                }
                else
                {
                    without++;
                }
            }
        }

        return new ContactCounts(counts.Select(count => new HeadCount(count.Key, count.Value)).ToValueList(), without) { Unidentified = unidentified };
    }

    private IEnumerable<(InMemoryStore Store, StoreEntity Entity)> Entities(CancellationToken cancellationToken) =>
        from store in stores.OfType<InMemoryStore>()
        let name = store.Describe(cancellationToken).Name
        from each in map.Stores
        where each.Description.Name == name
        from entity in each.Entities
        select (store, entity);

    // Kinds and keys hold no character below the one between them.
    private static string OrderOf(SubjectId subject) => $"{subject.Kind}\u0001{string.Join('\u0001', subject.Key)}";

    private async ValueTask<(List<Contact> People, long Unidentified)> ReadAsync(Func<Key<SubjectKind>, bool> isOfKind, Func<SubjectId, bool> isAsked, CancellationToken cancellationToken)
    {
        var unidentified = 0L;
        var rows = new SortedDictionary<string, StoredContact>(StringComparer.Ordinal);
        foreach (var (store, entity) in Entities(cancellationToken))
        {
            await foreach (var row in store.ReadContactsAsync(entity, cancellationToken).ConfigureAwait(false))
            {
                if (isOfKind(row.Kind) && row.Subject is null)
                {
                    unidentified++;
                }
                else if (row.Subject is { } subject && isOfKind(row.Kind) && isAsked(subject))
                {
                    rows.TryAdd(OrderOf(subject), row);
                }
            }
        }

        var links = new Dictionary<SubjectId, SubjectRef>();
        foreach (var some in rows.Values.Chunk(MostAtOnce))
        {
            foreach (var link in await directory.FindBySubjectAsync(some.Select(row => row.Subject!).ToValueList(), cancellationToken).ConfigureAwait(false))
            {
                links.Add(link.Subject, link.Ref);
            }
        }

        return (
        [
            .. rows.Values.Select(row => Contact.Of(row.Subject!, links.TryGetValue(row.Subject!, out var known) ? known : null, row.EmailAddress, row.Language) with
            {
                IsAddressUnreadable = row.IsAddressUnreadable,
            }),
        ],
        unidentified);
    }

    private async ValueTask<Dictionary<SubjectRef, StreamStatus>> FindHeadsAsync(IEnumerable<Contact> people, StreamKind kind, StreamKey key, CancellationToken cancellationToken)
    {
        var streams = people.Select(person => person.Ref).OfType<SubjectRef>().Select(person => new StreamId(kind, person, key)).ToValueList();
        return (await ledger.FindHeadsAsync(streams, cancellationToken).ConfigureAwait(false)).ToDictionary(head => head.Stream.Subject, head => head.Index.Status);
    }
}
