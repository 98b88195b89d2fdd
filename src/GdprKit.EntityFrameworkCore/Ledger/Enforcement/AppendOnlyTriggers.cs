namespace GdprKit.EntityFrameworkCore;

/// <summary>
/// What the database refuses where a host wants it append-only: to change what the ledger holds, and to remove an entry whose id and hash
/// were not written down as expired before, in <c>gdpr_expired_entry</c>, where they stay. So who removes one by hand leaves its trace.
/// </summary>
/// <remarks>Details go when they are forgotten, and content that nobody refers to may go; heads, leases and links are work in progress.</remarks>
internal static class AppendOnlyTriggers
{
    private const string NoUpdate = "_no_update";

    private const string NoDelete = "_no_delete";

    /// <summary>The tables of which no row is ever changed.</summary>
    public static readonly string[] Unchanging = [LedgerTables.Content, LedgerTables.Entry, LedgerTables.Details, LedgerTables.Expired];

    /// <summary>The tables of which no row is removed, but of entries those that have expired.</summary>
    public static readonly string[] Staying = [LedgerTables.Entry, LedgerTables.Expired];

    public const string Change =
        $"{LedgerStoreMessages.Unchangeable}: what stands in the ledger is not changed. Append an entry that says what is right; to forget details, use ForgetDetailsAsync.";

    public const string Removal =
        $"{LedgerStoreMessages.Unremovable}: an entry is removed only when it expires, and its id and hash stay. Let streams expire with ExpireAsync.";

    /// <summary>The triggers of a table that a model tells of: those that every database has.</summary>
    public static IEnumerable<string> DeclaredOn(string table) =>
        [.. Unchanging.Where(each => each == table).Select(NameOfChange), .. Staying.Where(each => each == table).Select(NameOfRemoval)];

    public static string NameOfChange(string table) => table + NoUpdate;

    public static string NameOfRemoval(string table) => table + NoDelete;

    /// <summary>The statements that make the triggers, or make them anew, for a provider and a schema.</summary>
    /// <exception cref="GdprKit.Ledger.LedgerException">GDPR3155: the provider is not known.</exception>
    public static IReadOnlyList<string> Create(string? provider, string? schema) => provider switch
    {
        Dialect.Sqlite => SqliteTriggers.Create(),
        Dialect.PostgreSql => PostgreSqlTriggers.Create(schema),
        Dialect.SqlServer => SqlServerTriggers.Create(schema),
        _ => throw TransactionRefusals.UnknownProvider(provider),
    };

    /// <summary>The statements that remove the triggers.</summary>
    /// <exception cref="GdprKit.Ledger.LedgerException">GDPR3155: the provider is not known.</exception>
    public static IReadOnlyList<string> Drop(string? provider, string? schema) => provider switch
    {
        Dialect.Sqlite => SqliteTriggers.Drop(),
        Dialect.PostgreSql => PostgreSqlTriggers.Drop(schema),
        Dialect.SqlServer => SqlServerTriggers.Drop(schema),
        _ => throw TransactionRefusals.UnknownProvider(provider),
    };
}
