using GdprKit.Ledger;
using GdprKit.Mapping;
using GdprKit.Notices;
using Microsoft.EntityFrameworkCore;

namespace GdprKit.EntityFrameworkCore;

/// <summary>
/// The people in the application's own database and how they are reached: one statement finds those without a head. Where the database cannot make the text
/// of a key exactly as the program does, the people are read and looked up.
/// </summary>
internal sealed class EntityFrameworkCoreContactSource(DbContext context, PersonalDataMap map) : IContactSource
{
    // What a directory and a ledger take at once.
    private const int MostAtOnce = 1_000;

    private readonly HostDatabase _database = new(context);
    private readonly EntityFrameworkCoreSubjectDirectory _subjects = new(context);
    private readonly EntityFrameworkCoreLedgerStore _ledger = new(context);

    public async ValueTask<ContactPage> ReadWithoutHeadAsync(ContactQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        SubjectTable[] tables = [.. SubjectTable.All(context, map).Where(table => query.People.Contains(table.Kind))];
        var parts = tables.SelectMany(PartsOf).ToArray();
        var (name, after) = LinkingPosition.Read(query.Position);
        var at = Array.FindIndex(parts, part => part.Name == name);
        if (at < 0)
        {
            (at, after) = (0, []);
        }

        if (parts.Length == 0)
        {
            return new ContactPage([], Next: null);
        }

        var (table, isOdd, _) = parts[at];
        var (people, end, unidentified) = isOdd
            ? await LookUpAsync(table, query, after, cancellationToken).ConfigureAwait(false)
            : await _database.ReadAsync((commands, token) => table.ReadWithoutHeadAsync(commands, query, after, query.Limit, token), cancellationToken).ConfigureAwait(false);
        var next = end is { } last ? new LinkingPosition(parts[at].Name, last) : at + 1 < parts.Length ? new LinkingPosition(parts[at + 1].Name, []) : null;
        return new ContactPage(people.ToValueList(), next?.ToBytes()) { Unidentified = unidentified };
    }

    public async ValueTask<ValueList<Contact>> FindAsync(ValueList<SubjectId> people, CancellationToken cancellationToken)
    {
        LedgerLimits.RequireAtOnce(people.Count);
        var links = (await _subjects.FindBySubjectAsync(people, cancellationToken).ConfigureAwait(false)).ToDictionary(link => link.Subject, link => link.Ref);
        var found = new Dictionary<SubjectId, Contact>();
        foreach (var table in SubjectTable.All(context, map))
        {
            foreach (var contact in await FindAsync(table, links.Keys, cancellationToken).ConfigureAwait(false))
            {
                // What a database takes for the same key may be another person's.
                if (links.TryGetValue(contact.Subject, out var known))
                {
                    found.TryAdd(contact.Subject, contact with { Ref = known });
                }
            }
        }

        return found.Values.ToValueList();
    }

    public async ValueTask<ValueList<PostalContact>> FindPostalAsync(ValueList<SubjectId> people, CancellationToken cancellationToken)
    {
        LedgerLimits.RequireAtOnce(people.Count);
        cancellationToken.ThrowIfCancellationRequested();
        var (asked, found) = (people.ToHashSet(), new Dictionary<SubjectId, PostalContact>());
        foreach (var table in SubjectTable.All(context, map))
        {
            foreach (var contact in await _database.ReadAsync((commands, token) => table.FindPostalAsync(commands, asked, token), cancellationToken).ConfigureAwait(false))
            {
                // What a database takes for the same key may be another person's.
                if (asked.Contains(contact.Subject))
                {
                    found.TryAdd(contact.Subject, contact);
                }
            }
        }

        return found.Values.ToValueList();
    }

    public async ValueTask<ContactCounts> CountAsync(ValueList<Key<SubjectKind>> people, StreamKind kind, StreamKey key, CancellationToken cancellationToken)
    {
        var counts = new SortedDictionary<StreamStatus, long>();
        var (without, unidentified) = (0L, 0L);
        foreach (var tables in SubjectTable.All(context, map).Where(table => people.Contains(table.Kind)).GroupBy(table => table.Kind))
        {
            var found = await CountAsync([.. tables], kind, key, cancellationToken).ConfigureAwait(false);
            unidentified += found.Unidentified;
            foreach (var (status, count) in found.People)
            {
                without += status is null ? count : 0;
                if (status is { } known)
                {
                    counts[known] = counts.GetValueOrDefault(known) + count;
                }
            }
        }

        return new ContactCounts(counts.Select(count => new HeadCount(count.Key, count.Value)).ToValueList(), without) { Unidentified = unidentified };
    }

    private async ValueTask<StateCounts> CountAsync(SubjectTable[] tables, StreamKind kind, StreamKey key, CancellationToken cancellationToken)
    {
        var found = new StateCounts([], 0);
        if (tables.Select(table => table.Hierarchy).Distinct().Count() > 1)
        {
            var seen = new HashSet<SubjectId>();
            foreach (var table in tables)
            {
                found += await CountAsync(table.ReadAllAsync(_database, cancellationToken).Where(subject => subject is null || seen.Add(subject)), kind, key, cancellationToken).ConfigureAwait(false);
            }

            return found;
        }

        foreach (var (table, isOdd, _) in tables.SelectMany(PartsOf))
        {
            found += isOdd
                ? await CountAsync(await table.ReadOddAsync(_database, cancellationToken).ConfigureAwait(false), kind, key, cancellationToken).ConfigureAwait(false)
                : new StateCounts(await _database.ReadAsync((commands, token) => table.CountAsync(commands, kind, key, token), cancellationToken).ConfigureAwait(false), 0);
        }

        return found;
    }

    private async ValueTask<StateCounts> CountAsync(IAsyncEnumerable<SubjectId?> people, StreamKind kind, StreamKey key, CancellationToken cancellationToken)
    {
        var (counts, unidentified) = (new List<(StreamStatus?, long)>(), 0L);
        await foreach (var all in people.Chunk(MostAtOnce).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            SubjectId[] some = [.. all.OfType<SubjectId>()];
            unidentified += all.Length - some.Length;
            var heads = await FindHeadsAsync(some, kind, key, cancellationToken).ConfigureAwait(false);
            counts.AddRange(some.GroupBy(subject => heads.TryGetValue(subject, out var head) ? head.Status : null).Select(group => (group.Key, (long)group.Count())));
        }

        return new StateCounts(counts, unidentified);
    }

    // Plain keys first, by the database; then the others, by the program.
    private static IEnumerable<(SubjectTable Table, bool IsOdd, string Name)> PartsOf(SubjectTable table) =>
    [
        .. table.IsJoined ? [(table, false, table.Name)] : (ReadOnlySpan<(SubjectTable, bool, string)>)[],
        .. table.HasOdd ? [(table, true, $"{table.Name} odd")] : (ReadOnlySpan<(SubjectTable, bool, string)>)[],
    ];

    // In the order of the keys as the program knows them; the last of them is where to go on.
    private async ValueTask<(List<Contact> People, ValueList<object>? End, long Unidentified)> LookUpAsync(SubjectTable table, ContactQuery query, ValueList<object> after, CancellationToken cancellationToken)
    {
        var from = after is [string last] ? last : "";
        var waiting = new PriorityQueue<(SubjectId Subject, SubjectRef? Known), string>(Comparer<string>.Create((left, right) => string.CompareOrdinal(right, left)));
        var unidentified = 0L;
        await foreach (var all in (await table.ReadOddAsync(_database, cancellationToken).ConfigureAwait(false)).Chunk(MostAtOnce).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            SubjectId[] some = [.. all.OfType<SubjectId>()];
            unidentified += all.Length - some.Length;
            var heads = await FindHeadsAsync(some, query.Kind, query.Key, cancellationToken).ConfigureAwait(false);
            foreach (var subject in some)
            {
                var (known, status) = heads.GetValueOrDefault(subject);
                if (status is null && string.CompareOrdinal(SubjectKeyText.Of(subject), from) > 0)
                {
                    waiting.Enqueue((subject, known), SubjectKeyText.Of(subject));
                    if (waiting.Count > query.Limit)
                    {
                        waiting.Dequeue();
                    }
                }
            }
        }

        var people = waiting.UnorderedItems.OrderBy(item => item.Priority, StringComparer.Ordinal).Select(item => item.Element).DistinctBy(person => person.Subject).ToList();
        var rows = (await FindAsync(table, people.Select(person => person.Subject), cancellationToken).ConfigureAwait(false)).DistinctBy(contact => contact.Subject).ToDictionary(contact => contact.Subject);
        return (
            [.. people.Where(person => rows.ContainsKey(person.Subject)).Select(person => rows[person.Subject] with { Ref = person.Known })],
            waiting.Count < query.Limit ? null : [SubjectKeyText.Of(people[^1].Subject)],
            from.Length == 0 ? unidentified : 0);
    }

    private ValueTask<List<Contact>> FindAsync(SubjectTable table, IEnumerable<SubjectId> people, CancellationToken cancellationToken) =>
        _database.ReadAsync((commands, token) => table.FindAsync(commands, people, token), cancellationToken);

    private async ValueTask<Dictionary<SubjectId, (SubjectRef? Ref, StreamStatus? Status)>> FindHeadsAsync(
        SubjectId[] people, StreamKind kind, StreamKey key, CancellationToken cancellationToken)
    {
        var links = await _subjects.FindBySubjectAsync(people.ToValueList(), cancellationToken).ConfigureAwait(false);
        var heads = (await _ledger.FindHeadsAsync(links.Select(link => new StreamId(kind, link.Ref, key)).ToValueList(), cancellationToken).ConfigureAwait(false))
            .ToDictionary(head => head.Stream.Subject, head => head.Index.Status);
        return links.ToDictionary(
            link => link.Subject, link => ((SubjectRef?)link.Ref, heads.TryGetValue(link.Ref, out var status) ? status : (StreamStatus?)null));
    }

    /// <summary>People by the state of a stream about them, and rows of which nobody can say who they are.</summary>
    private sealed record StateCounts(List<(StreamStatus? Status, long Count)> People, long Unidentified)
    {
        public static StateCounts operator +(StateCounts left, StateCounts right) => new([.. left.People, .. right.People], left.Unidentified + right.Unidentified);
    }
}
