using System.Data.Common;
using System.Linq.Expressions;
using GdprKit.Ledger;
using GdprKit.Mapping;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace GdprKit.EntityFrameworkCore;

/// <summary>Rows of the application that are people of one kind, in the order of their keys.</summary>
internal sealed partial class SubjectTable
{
    // What a statement takes at once.
    private const int MostAtOnce = 10_000;

    private readonly OwnerPath _owner;
    private readonly StoreEntity _entity;
    private readonly DbContext _context;
    private readonly RowQuery _query;
    private readonly ParameterExpression _row;
    private readonly Expression[] _values;
    private readonly Expression? _condition;
    private readonly KeyColumn[] _columns;
    private readonly bool _isMadeByDatabase;

    public SubjectTable(StoreEntity entity, OwnerPath owner, DbContext context, bool letDatabaseMakeTexts)
    {
        (_owner, _entity, _context) = (owner, entity, context);
        var type = context.Model.FindEntityType(entity.Description.Name)!;
        Name = $"{entity.Description.Name} {entity.Owners.TakeWhile(other => other != owner).Count()}";
        _query = RowQuery.Of(context, type);
        _row = Expression.Parameter(type.ClrType, "row");
        _values = [.. owner.Key.Select(path => RowAccess.Value(_row, type, path))];
        _condition = OptionalConditions.All(Rows.IsExactly(_row, type), owner.Condition is { } condition ? HostFunction.Of(condition, _row) : null);
        _columns = [.. owner.Key.Select((path, i) => new KeyColumn(RowAccess.Property(type, path), $"k{i}", owner.Key.Count, Dialect.Of(context)))];
        _isMadeByDatabase = letDatabaseMakeTexts && Array.TrueForAll(_columns, column => column.Text is not null);
    }

    /// <summary>The name of the entity, and by which of its ways rows are people.</summary>
    public string Name { get; }

    private string Columns => string.Join(", ", _columns.Select(column => column.Name));

    private string IsPlain => !_isMadeByDatabase ? "1 = 0"
        : Array.TrueForAll(_columns, column => column.IsPlain is null) ? "1 = 1"
        : string.Join(" AND ", _columns.Select(column => column.IsPlain).OfType<string>());

    /// <summary>The rows of a context that are people, by every way in which they are.</summary>
    public static IEnumerable<SubjectTable> All(DbContext context, PersonalDataMap map, bool letDatabaseMakeTexts = true) =>
        from store in map.Stores
        where store.Description.Name == context.GetType().Name
        from entity in store.Entities
        from owner in entity.Owners
        where owner.Steps.IsEmpty
        select new SubjectTable(entity, owner, context, letDatabaseMakeTexts);

    /// <summary>The last key of the next range; <see langword="null"/> when the range goes to the end.</summary>
    public async ValueTask<ValueList<object>?> FindEndAsync(HostCommands commands, ValueList<object> after, int limit, CancellationToken cancellationToken)
    {
        // An odd key may be too long to be kept, so a range ends with a plain one, if the database can tell them apart.
        var plain = _isMadeByDatabase ? $" AND {IsPlain}" : "";
        var ends = await RunAsync(
            commands,
            $"SELECT {Columns} FROM q WHERE {Within(after, null)}{plain} ORDER BY {Columns} LIMIT 1 OFFSET {limit - 1}",
            Arguments(after, null),
            (command, token) => HostCommands.ReadAsync(command, row => _columns.Select((_, i) => row.GetValue(i)).ToValueList(), token),
            cancellationToken).ConfigureAwait(false);
        return ends is [var end] && end.All(LinkingPosition.CanKeep) ? end : null;
    }

    /// <summary>Links who has no link yet.</summary>
    /// <returns>How many were linked, and how many cannot be.</returns>
    public async ValueTask<(long Linked, long Unlinkable)> LinkAsync(HostCommands commands, ValueList<object> after, ValueList<object>? end, Instant now, CancellationToken cancellationToken)
    {
        var linked = _isMadeByDatabase ? await LinkPlainAsync(commands, after, end, now, cancellationToken).ConfigureAwait(false) : 0L;
        if (IsPlain == "1 = 1")
        {
            return (linked, 0);
        }

        var keys = await RunAsync(
            commands,
            $"SELECT {Columns} FROM q WHERE {Within(after, end)} AND NOT ({IsPlain})",
            Arguments(after, end),
            (command, token) => HostCommands.ReadAsync(command, KeyOf, token),
            cancellationToken).ConfigureAwait(false);
        SubjectId[] people = [.. keys.Select(SubjectOf).OfType<SubjectId>()];
        foreach (var some in people.Chunk(MostAtOnce))
        {
            linked += await EntityFrameworkCoreSubjectDirectory.InsertAsync(commands, some, now, cancellationToken).ConfigureAwait(false);
        }

        return (linked, keys.Count - people.Length);
    }

    // Nobody looks beforehand who is linked: the database must do so anyway to keep keys unique. In the order in which everybody links,
    // so that whoever links the same people waits, and never in a circle.
    private ValueTask<int> LinkPlainAsync(HostCommands commands, ValueList<object> after, ValueList<object>? end, Instant now, CancellationToken cancellationToken)
    {
        var isSqlite = commands.Sql.Dialect.IsSqlite;

        // A UUID of a database has 122 random bits, and says which version it is.
        var random = isSqlite ? "randomblob(16)" : "substring(sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())) FROM 1 FOR 16)";
        return RunAsync(
            commands,
            $"""
            INSERT INTO {commands.Sql.Link} (subject_kind, subject_key, subject, linked_at)
            SELECT @gdprkit_kind, s.key, {random}, @gdprkit_now FROM (SELECT {KeyText(isSqlite)} AS key FROM q WHERE {Within(after, end)} AND {IsPlain}) AS s
            WHERE 1 = 1 ORDER BY s.key
            ON CONFLICT (subject_kind, subject_key) DO NOTHING
            """,
            [new("@gdprkit_kind", _owner.Kind.ToString()), new("@gdprkit_now", LedgerTime.ToMicroseconds(now)), .. Arguments(after, end)],
            async (command, token) => await command.ExecuteNonQueryAsync(token).ConfigureAwait(false),
            cancellationToken);
    }

    private ValueTask<T> RunAsync<T>(
        HostCommands commands, string text, Argument[] arguments, Func<DbCommand, CancellationToken, ValueTask<T>> run, CancellationToken cancellationToken) =>
        RunAsync(commands, _condition, _values, Columns, text, arguments, run, cancellationToken);

    private async ValueTask<T> RunAsync<T>(
        HostCommands commands,
        Expression? condition,
        Expression[] values,
        string columns,
        string text,
        Argument[] arguments,
        Func<DbCommand, CancellationToken, ValueTask<T>> run,
        CancellationToken cancellationToken)
    {
        var inner = _query.Command(_row, condition, values);
        await using (inner.ConfigureAwait(false))
        {
            var command = commands.CreateAround(inner, $"WITH q({columns}) AS ({inner.CommandText})\n{text}", arguments);
            await using (command.ConfigureAwait(false))
            {
                return await run(command, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private string Within(ValueList<object> after, ValueList<object>? end)
    {
        string[] conditions =
        [
            .. _columns.Select(column => $"{column.Name} IS NOT NULL"),
            .. after.IsEmpty ? (string[])[] : [$"{Tuple(_columns.Select(column => column.Name))} > {Tuple(after.Select((_, i) => $"@gdprkit_after{i}"))}"],
            .. end is null ? (string[])[] : [$"{Tuple(_columns.Select(column => column.Name))} <= {Tuple(end.Value.Select((_, i) => $"@gdprkit_end{i}"))}"],
        ];
        return string.Join(" AND ", conditions);
    }

    private string KeyText(bool isSqlite) => string.Join(isSqlite ? " || char(31) || " : " || chr(31) || ", _columns.Select(column => column.Text));

    private static string Tuple(IEnumerable<string> values) => $"({string.Join(", ", values)})";

    private static Argument[] Arguments(ValueList<object> after, ValueList<object>? end) =>
        [.. after.Select((value, i) => new Argument($"@gdprkit_after{i}", value)), .. (end ?? []).Select((value, i) => new Argument($"@gdprkit_end{i}", value))];
}
