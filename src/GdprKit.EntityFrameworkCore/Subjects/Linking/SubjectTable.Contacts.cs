using System.Data.Common;
using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using GdprKit.Ledger;
using GdprKit.Mapping;
using GdprKit.Notices;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GdprKit.EntityFrameworkCore;

/// <content>How the people of the rows are reached, and what a stream about them says.</content>
internal sealed partial class SubjectTable
{
    // What Entity Framework Core asks for at once; every number is a statement of its own.
    private const int PeopleAtOnce = 16;

    /// <summary>The kind of the people.</summary>
    public Key<SubjectKind> Kind => _owner.Kind;

    /// <summary>
    /// What tells tables apart that hold different people for certain: those of one hierarchy, whose rows have one key. Tables that differ in it may hold the same
    /// person.
    /// </summary>
    public object Hierarchy => _owner.Key.SequenceEqual(_entity.Description.Key) ? Type.GetRootType() : new object();

    /// <summary>Whether the database itself can tell who is who, at least of the people whose keys are plain.</summary>
    public bool IsJoined => _isMadeByDatabase;

    /// <summary>Whether there can be people of whom the database cannot tell.</summary>
    public bool HasOdd => IsPlain != "1 = 1";

    private IEntityType Type => _context.Model.FindEntityType(_entity.Description.Name)!;

    /// <summary>Reads the next people with plain keys about whom a stream has no head, in the order of their keys.</summary>
    /// <returns>The people, after which key to go on, <see langword="null"/> at the end, and of how many rows the program cannot say who they are.</returns>
    public async ValueTask<(List<Contact> People, ValueList<object>? End, long Unidentified)> ReadWithoutHeadAsync(
        HostCommands commands, ContactQuery query, ValueList<object> after, int limit, CancellationToken cancellationToken)
    {
        var reach = Reach();
        var isSqlite = commands.Sql.Dialect.IsSqlite;
        var rows = await RunAsync(
            commands,
            _condition,
            reach.Values,
            reach.Names,
            $"""
            SELECT {reach.Names}, l.subject FROM q
            LEFT JOIN {commands.Sql.Link} AS l ON l.subject_kind = @gdprkit_kind AND l.subject_key = {KeyText(isSqlite)}
            LEFT JOIN {commands.Sql.Head} AS h ON h.stream_kind = @gdprkit_stream AND h.subject = l.subject AND h.stream_key = @gdprkit_key
            WHERE {Within(after, null)} AND {IsPlain} AND h.subject IS NULL ORDER BY {Columns} LIMIT {limit}
            """,
            [.. StreamArguments(query.Kind, query.Key), .. Arguments(after, null)],
            (command, token) => HostCommands.ReadAsync(command, Read, token),
            cancellationToken).ConfigureAwait(false);
        return ([.. rows.Select(row => row.Contact).OfType<Contact>()], rows.Count < limit ? null : rows[^1].Key, rows.Count(row => row.Contact is null));

        (ValueList<object> Key, Contact? Contact) Read(DbDataReader row)
        {
            var key = _columns.Select((_, i) => row.GetValue(i)).ToValueList();
            if (SubjectOf(KeyOf(row)) is not { } subject)
            {
                return (key, null);
            }

            SubjectRef? known = row.IsDBNull(reach.Count) ? null : SubjectRef.FromBytes(StoredRows.Bytes(row, reach.Count));
            return (key, reach.ContactOf(row, subject, known));
        }
    }

    /// <summary>Counts people with plain keys by the state of a stream about them; of those without one the state is <see langword="null"/>.</summary>
    public ValueTask<List<(StreamStatus? Status, long Count)>> CountAsync(HostCommands commands, StreamKind kind, StreamKey key, CancellationToken cancellationToken) => RunAsync(
        commands,
        $"""
        SELECT h.status, count(*) FROM q
        LEFT JOIN {commands.Sql.Link} AS l ON l.subject_kind = @gdprkit_kind AND l.subject_key = {KeyText(commands.Sql.Dialect.IsSqlite)}
        LEFT JOIN {commands.Sql.Head} AS h ON h.stream_kind = @gdprkit_stream AND h.subject = l.subject AND h.stream_key = @gdprkit_key
        WHERE {Within([], null)} AND {IsPlain} GROUP BY h.status
        """,
        [.. StreamArguments(kind, key)],
        (command, token) => HostCommands.ReadAsync(command, row => (row.IsDBNull(0) ? (StreamStatus?)null : StreamStatus.Parse(row.GetString(0)), row.GetInt64(1)), token),
        cancellationToken);

    /// <summary>Reads who all people are, range after range, and <see langword="null"/> where nobody can say. Read as it is stored: where Entity Framework Core makes the keys, one that cannot be made ends the reading.</summary>
    public async IAsyncEnumerable<SubjectId?> ReadAllAsync(HostDatabase database, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var (after, isInRanges) = ((ValueList<object>)[], true);
        while (true)
        {
            var rows = await database.ReadAsync((commands, token) => ReadKeysAsync(commands, after, isInRanges, token), cancellationToken).ConfigureAwait(false);
            var isLast = !isInRanges || rows.Count < MostAtOnce;
            if (!isLast && !rows[^1].Key.All(LinkingPosition.CanKeep))
            {
                isInRanges = false;
                continue;
            }

            foreach (var subject in rows.Select(row => row.Subject))
            {
                yield return subject;
            }

            if (isLast)
            {
                yield break;
            }

            after = rows[^1].Key;
        }
    }

    /// <summary>Reads the people of whom the database cannot tell who is who: all of them, or the few whose keys hold something odd; <see langword="null"/> where nobody can.</summary>
    public async ValueTask<IAsyncEnumerable<SubjectId?>> ReadOddAsync(HostDatabase database, CancellationToken cancellationToken)
    {
        return _isMadeByDatabase
            ? (await database.ReadAsync(ReadFewAsync, cancellationToken).ConfigureAwait(false)).ToAsyncEnumerable()
            : ReadAllAsync(database, cancellationToken);

        ValueTask<List<SubjectId?>> ReadFewAsync(HostCommands commands, CancellationToken token) => RunAsync(
            commands,
            $"SELECT {Columns} FROM q WHERE {Within([], null)} AND NOT ({IsPlain})",
            [],
            (command, ending) => HostCommands.ReadAsync(command, row => SubjectOf(KeyOf(row)), ending),
            token);
    }

    /// <summary>Looks people up by their keys.</summary>
    public ValueTask<List<Contact>> FindAsync(HostCommands commands, IEnumerable<SubjectId> people, CancellationToken cancellationToken)
    {
        var reach = Reach();
        return FindAsync(commands, people, reach, (row, subject) => reach.ContactOf(row, subject, known: null), cancellationToken);
    }

    /// <summary>Looks up by their keys where letters reach people; nobody where no map names a field for it.</summary>
    public async ValueTask<List<PostalContact>> FindPostalAsync(HostCommands commands, IEnumerable<SubjectId> people, CancellationToken cancellationToken)
    {
        if (!PostalContact.IsIn(_entity))
        {
            return [];
        }

        var reach = new ContactColumns(_entity, _owner, _row, Type, isPostal: true);
        return await FindAsync(commands, people, reach, reach.PostalOf, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<List<T>> FindAsync<T>(
        HostCommands commands, IEnumerable<SubjectId> people, ContactColumns reach, Func<DbDataReader, SubjectId, T> read, CancellationToken cancellationToken)
        where T : class
    {
        var (owner, found) = (new OwnerPredicate(_context), new List<T>());
        foreach (var some in people.Where(person => person.Kind == Kind).Chunk(PeopleAtOnce))
        {
            Expression[] theirs = [.. some.Select(person => owner.Of(_row, Type, _owner, person)).OfType<Expression>()];
            if (theirs.Length == 0)
            {
                continue;
            }

            // Read as it is stored: where Entity Framework Core makes the values of all rows, one that cannot be made ends the reading, and is quoted in its log.
            var rows = await RunAsync(
                commands,
                OptionalConditions.All(_condition, theirs.Aggregate(Expression.OrElse)),
                reach.Values,
                reach.Names,
                $"SELECT {reach.Names} FROM q",
                [],
                (command, token) => HostCommands.ReadAsync(command, row => SubjectOf(KeyOf(row)) is { } subject ? read(row, subject) : null, token),
                cancellationToken).ConfigureAwait(false);
            found.AddRange(rows.OfType<T>());
        }

        return found;
    }

    private ValueTask<List<(ValueList<object> Key, SubjectId? Subject)>> ReadKeysAsync(HostCommands commands, ValueList<object> after, bool isInRanges, CancellationToken cancellationToken) => RunAsync(
        commands,
        $"SELECT {Columns} FROM q WHERE {Within(after, null)}{(isInRanges ? $" ORDER BY {Columns} LIMIT {MostAtOnce}" : "")}",
        Arguments(after, null),
        (command, token) => HostCommands.ReadAsync(command, row => (_columns.Select((_, i) => row.GetValue(i)).ToValueList(), SubjectOf(KeyOf(row))), token),
        cancellationToken);

    private object?[] KeyOf(DbDataReader row) => [.. _columns.Select((column, i) => column.TryRead(row, i))];

    // A key of which a part cannot be read, or is empty, is nobody's, and one that is too long cannot be linked.
    private SubjectId? SubjectOf(object?[] key) => key.OfType<object>().Where(part => part is not "").ToArray() is var parts && parts.Length == key.Length && SubjectId.Of(_owner.Kind, parts) is var subject && SubjectKeyText.Fits(subject) ? subject : null;

    private ContactColumns Reach() => new(_entity, _owner, _row, Type);

    private Argument[] StreamArguments(StreamKind kind, StreamKey key) =>
        [new("@gdprkit_kind", _owner.Kind.ToString()), new("@gdprkit_stream", kind.ToString()), new("@gdprkit_key", key.ToString())];
}
