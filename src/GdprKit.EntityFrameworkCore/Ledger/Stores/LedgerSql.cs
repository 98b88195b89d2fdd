using System.Collections.Concurrent;
using System.Data;
using GdprKit.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace GdprKit.EntityFrameworkCore;

/// <summary>The texts of the statements, for a database and a schema; made once for both.</summary>
internal sealed class LedgerSql
{
    public const string HeadColumns = "stream_kind, subject, stream_key, version, recorded_at, fold_version, status, since, due, state";

    public const string HeadColumnsOfPerson = "stream_kind, stream_key, version, recorded_at, fold_version, status, since, due, state";

    private static readonly ConcurrentDictionary<(Dialect Dialect, string Prefix), LedgerSql> Known = new();

    private readonly ConcurrentDictionary<(StreamKind First, StreamKind Second, StreamKind Third, StreamKind Fourth), string> _headsOfPerson = new();

    private readonly string[] _appendSingle;

    private LedgerSql(Dialect dialect, string prefix)
    {
        Dialect = dialect;
        (Head, Entry, Details, Content) = (prefix + LedgerTables.Head, prefix + LedgerTables.Entry, prefix + LedgerTables.Details, prefix + LedgerTables.Content);
        (Expired, Unordered, Lease, Link) = (prefix + LedgerTables.Expired, prefix + LedgerTables.Unordered, prefix + LedgerTables.Lease, prefix + LedgerTables.Link);
        (Order, Node, Tip) = (prefix + LedgerTables.Order, prefix + LedgerTables.Node, prefix + LedgerTables.Tip);
        FindHead = $"SELECT {HeadColumns} FROM {Head} WHERE stream_kind = @kind AND subject = @subject AND stream_key = @key";
        FindHeads = $"""
            SELECT {HeadColumns}
            FROM unnest(@kinds, @subjects, @keys) AS asked(kind, person, key)
            JOIN {Head} ON stream_kind = asked.kind AND subject = asked.person AND stream_key = asked.key
            """;
        SqliteHeadsOfPeople = $"""
            WITH RECURSIVE person(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM person WHERE n + 1 < @count)
            SELECT {HeadColumns} FROM person
            CROSS JOIN {Head} ON stream_kind = @kind AND subject = substr(@people, {SubjectRef.ByteCount} * n + 1, {SubjectRef.ByteCount}) AND stream_key = @key
            """;
        Append = PostgreSqlAppend.Text(this);
        _appendSingle = [.. from details in (bool[])[false, true] from content in (bool[])[false, true] select PostgreSqlSingleAppend.Text(this, details, content)];
        (SqliteHead, SqliteEntry, SqliteUnordered) = (SqliteAppend.Head(this), SqliteAppend.Entry(this), SqliteAppend.Unordered(this));
        (SqliteDetails, SqliteContent, SqliteHasContent) = (SqliteAppend.Details(this), SqliteAppend.Content(this), SqliteAppend.HasContent(this));
    }

    public Dialect Dialect { get; }

    public string Head { get; }

    public string Entry { get; }

    public string Details { get; }

    public string Content { get; }

    public string Expired { get; }

    public string Unordered { get; }

    public string Order { get; }

    public string Node { get; }

    public string Tip { get; }

    public string Lease { get; }

    public string Link { get; }

    /// <summary>Looks up the head of one stream.</summary>
    public string FindHead { get; }

    /// <summary>Looks up the heads of several streams in PostgreSQL.</summary>
    public string FindHeads { get; }

    /// <summary>
    /// Looks up the heads of up to four kinds of one person: what a decision asks, by one look at an index. The kinds stand in the text, which
    /// names of kinds cannot break out of: there are few, and to send them each time costs as much as to find the heads.
    /// </summary>
    public string FindHeadsOfPerson((StreamKind First, StreamKind Second, StreamKind Third, StreamKind Fourth) kinds) => _headsOfPerson.GetOrAdd(
        kinds,
        static (kinds, sql) => $"""
            SELECT {HeadColumnsOfPerson} FROM {sql.Head}
            WHERE subject = @subject AND {(sql.Dialect.IsSqlite ? "+" : "")}stream_kind IN ('{kinds.First}', '{kinds.Second}', '{kinds.Third}', '{kinds.Fourth}')
            """,
        this);

    /// <summary>Looks up in SQLite the heads that many people have of one kind and key; their refs stand one after the other in one value.</summary>
    public string SqliteHeadsOfPeople { get; }

    /// <summary>The one statement of PostgreSQL that appends a batch.</summary>
    public string Append { get; }

    /// <summary>The one statement of PostgreSQL that appends one entry to one stream.</summary>
    public string AppendSingle(bool hasDetails, bool hasContent) => _appendSingle[(hasDetails ? 2 : 0) + (hasContent ? 1 : 0)];

    /// <summary>The statements of SQLite that append a batch, each for one row.</summary>
    public string SqliteHead { get; }

    public string SqliteEntry { get; }

    public string SqliteUnordered { get; }

    public string SqliteDetails { get; }

    public string SqliteContent { get; }

    public string SqliteHasContent { get; }

    /// <summary>What a transaction of our own sees: what others have committed, so that a conflict is an answer and no error.</summary>
    public IsolationLevel Isolation => Dialect.IsSqlite ? IsolationLevel.Serializable : IsolationLevel.ReadCommitted;

    /// <summary>The statements for the database of a context.</summary>
    /// <exception cref="GdprKit.Ledger.LedgerException">GDPR3150: the model lacks the tables. GDPR3155: the provider is not known.</exception>
    public static LedgerSql Of(DbContext context)
    {
        var dialect = Dialect.Of(context) with { HasDatabaseNulls = false };
        if (context.Model.FindEntityType(typeof(LedgerHeadRow)) is not { } head)
        {
            throw TransactionRefusals.NoTables(context.GetType().Name);
        }

        if (!dialect.IsSqlite && !dialect.IsPostgreSql)
        {
            throw TransactionRefusals.UnknownProvider(dialect.Provider);
        }

        // SQLite knows no schemas, and its provider leaves them out.
        var schema = dialect.IsSqlite ? null : head.GetSchema();
        var prefix = schema is null ? "" : context.GetService<ISqlGenerationHelper>().DelimitIdentifier(schema) + ".";
        return Known.GetOrAdd((dialect, prefix), key => new LedgerSql(key.Dialect, key.Prefix));
    }
}
