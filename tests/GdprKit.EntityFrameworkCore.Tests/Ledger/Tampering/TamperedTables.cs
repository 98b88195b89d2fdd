using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace GdprKit.EntityFrameworkCore.Ledger.Tampering;

/// <summary>Changes a random value, or removes, doubles or swaps random rows, in the tables of a ledger.</summary>
internal sealed class TamperedTables(RandomLedger ledger, Random random)
{
    // Work in progress, and who is who; no part of the ledger.
    private static readonly string[] Others = ["gdpr_lease", "gdpr_subject_link", "Customers"];

    private static readonly string[] Stream = ["stream_kind", "subject", "stream_key"];

    private readonly Dictionary<string, long> _positions = [];
    private readonly HashSet<string> _waiting = [];
    private readonly HashSet<string> _contents = [];
    private readonly HashSet<string> _ordered = [];

    /// <summary>Does something, and says what.</summary>
    public async Task<Tamper> ApplyAsync(CancellationToken cancellationToken)
    {
        await using var context = ledger.Open();
        await context.Database.OpenConnectionAsync(cancellationToken);
        await LookAsync(context, cancellationToken);
        while (true)
        {
            var tables = context.Model.GetEntityTypes().Where(entity => !Others.Contains(entity.GetTableName())).ToArray();
            var entity = random.GetItems(tables, 1)[0];
            var (table, columns) = (entity.GetTableName()!, entity.GetProperties().Select(property => property.GetColumnName()).ToArray());
            var keys = entity.FindPrimaryKey()!.Properties.Select(key => Array.IndexOf(columns, key.GetColumnName())).ToArray();
            var rows = await ReadAsync(context, table, columns, cancellationToken);
            if (rows.Count == 0)
            {
                continue;
            }

            var (first, second, column) = (random.Next(rows.Count), random.Next(rows.Count), random.Next(columns.Length));
            var (removed, added, deed) = random.Next(10) switch
            {
                < 6 => ([rows[first]], [With(rows[first], column, Mutate(columns[column], rows[first][column]))], "changed"),
                6 => ([rows[first]], [], "removed"),
                7 => ([], [Doubled(rows[first], keys, table, columns)], "doubled"),
                _ => (new List<object[]> { rows[first], rows[second] }, new List<object[]> { With(rows[first], column, rows[second][column]), With(rows[second], column, rows[first][column]) }, "swapped"),
            };
            if ((deed == "swapped" && (first == second || Same(rows[first][column], rows[second][column]))) || !await TryAsync(context, table, columns, removed, added, cancellationToken))
            {
                continue;
            }

            return Judge(table, deed == "removed" || deed == "doubled" ? "" : columns[column], deed, columns, removed, added);
        }
    }

    private Tamper Judge(string table, string column, string deed, string[] columns, List<object[]> removed, List<object[]> added)
    {
        var what = $"{table}{(column.Length > 0 ? $".{column}" : "")} is {deed}";
        var id = Array.IndexOf(columns, "entry_id");
        var touched = id < 0 ? [] : (removed.Count > 0 ? removed : added).Select(row => Text(row[id])).ToList();
        var waits = touched.Exists(_waiting.Contains) || (table == "gdpr_head" && removed.Exists(row => !_ordered.Contains(StreamOf(row, columns))));
        var positions = touched.Where(_positions.ContainsKey).Select(each => _positions[each]).ToList();

        // The entry whose details are now under another id looks like one whose details were forgotten.
        var isTold = deed != "doubled" && (table, column, deed) != ("gdpr_entry_details", "entry_id", "changed");
        long? position = isTold && positions.Count > 0 ? positions.Min() : null;
        return new Tamper(what, position, HarmlessWhy(), waits);

        string? HarmlessWhy() => (table, column, deed) switch
        {
            ("gdpr_head", "fold_version", _) => "the stream is read from its entries, as it is by a program with another fold",
            ("gdpr_head", "based_on", _) => "on what the last append was based tells nothing once it is written",
            ("gdpr_head", _, "doubled") when (string)added[0][Array.IndexOf(columns, "stream_kind")] is not ("test.subscription" or "crash.loyalty") => "no program asks for a kind that it does not know",
            ("gdpr_tip", "mirrored_size", _) when Number(added[0], columns, column) < Number(removed[0], columns, column) => "the mirror is asked itself, and the next turn writes down what it says",
            ("gdpr_tip", _, "doubled") => "there is one tip, the first, and nobody reads another row",
            ("gdpr_unordered_entry", "number" or "entry_id", "changed" or "swapped") when SameSet(removed, added, id) => "entries that wait have no order yet",
            ("gdpr_entry_details", _, "removed") => "it is what forgetting leaves, which the law may ask for",
            ("gdpr_content", _, "doubled") => "no entry refers to it",
            ("gdpr_content", _, _) when !removed.Exists(row => _contents.Contains(Text(row[Array.IndexOf(columns, "digest")]))) => "no entry that is kept refers to it",
            ("gdpr_expired_entry", "hash", _) when waits => "it expired before it had a position, and nothing else knows its hash",
            _ => null,
        };
    }

    private async Task LookAsync(LedgerContext context, CancellationToken cancellationToken)
    {
        foreach (var row in await ReadAsync(context, "gdpr_order", ["entry_id", "position"], cancellationToken))
        {
            _positions[Text(row[0])] = (long)row[1];
        }

        foreach (var row in await ReadAsync(context, "gdpr_unordered_entry", ["entry_id"], cancellationToken))
        {
            _waiting.Add(Text(row[0]));
        }

        foreach (var row in await ReadAsync(context, "gdpr_entry", ["entry_id", "content", .. Stream], cancellationToken))
        {
            if (_positions.ContainsKey(Text(row[0])))
            {
                _ordered.Add(StreamOf(row, ["", "", .. Stream]));
                _contents.UnionWith(((byte[])row[1]).Chunk(Digest.ByteCount).Select(digest => Text(digest)));
            }
        }
    }

    private object Mutate(string column, object value) => value switch
    {
        byte[] bytes => Mutate(bytes),
        long number => random.Next(3) switch
        {
            0 => number ^ (1L << random.Next(40)),
            1 => number - 1,
            _ => number + random.Next(1, 1_000),
        },
        string text => text.Length == 0 || random.Next(4) == 0 ? text + "x" : text[..^1] + (text[^1] == 'a' ? 'b' : 'a'),
        DBNull => column == "details_commitment" ? random.GetItems(Enumerable.Range(0, 256).Select(each => (byte)each).ToArray(), 32) : 1L,
        _ => throw new NotSupportedException($"{column} is a {value.GetType().Name}."),
    };

    private byte[] Mutate(byte[] bytes)
    {
        if (bytes.Length == 0 || random.Next(6) == 0)
        {
            return [.. bytes, (byte)random.Next(256)];
        }

        if (random.Next(6) == 0)
        {
            return bytes[..random.Next(bytes.Length)];
        }

        byte[] flipped = [.. bytes];
        flipped[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        return flipped;
    }

    // Of those that wait the same one again; of all others one under another key.
    private object[] Doubled(object[] row, int[] keys, string table, string[] columns)
    {
        var key = random.GetItems(keys, 1)[0];
        var doubled = With(row, key, Mutate(columns[key], row[key]));
        return table == "gdpr_order" ? With(doubled, Array.IndexOf(columns, "entry_id"), Mutate("entry_id", row[Array.IndexOf(columns, "entry_id")])) : doubled;
    }

    private static object[] With(object[] row, int column, object value) => [.. row.Select((each, index) => index == column ? value : each)];

    private static string Text(object value) => value is byte[] bytes ? Convert.ToHexString(bytes) : $"{value}";

    private static string StreamOf(object[] row, string[] columns) => string.Join('/', Stream.Select(column => Text(row[Array.IndexOf(columns, column)])));

    private static bool Same(object one, object other) => Text(one) == Text(other);

    private static bool SameSet(List<object[]> removed, List<object[]> added, int id) => removed.Select(row => Text(row[id])).Order().SequenceEqual(added.Select(row => Text(row[id])).Order());

    private static long Number(object[] row, string[] columns, string column) => (long)row[Array.IndexOf(columns, column)];

    private static async Task<List<object[]>> ReadAsync(LedgerContext context, string table, string[] columns, CancellationToken cancellationToken)
    {
        await using var command = Command(context, $"SELECT {string.Join(", ", columns)} FROM {table} ORDER BY {(columns.Length > 1 ? "1, 2" : "1")}", []);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<object[]>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var row = new object[columns.Length];
            reader.GetValues(row);
            rows.Add(row);
        }

        return rows;
    }

    // What the database itself refuses nobody can do.
    private static async Task<bool> TryAsync(LedgerContext context, string table, string[] columns, List<object[]> removed, List<object[]> added, CancellationToken cancellationToken)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        try
        {
            foreach (var row in removed)
            {
                await using var command = Command(context, $"DELETE FROM {table} WHERE {string.Join(" AND ", columns.Select((column, index) => $"{column} IS @p{index}"))}", row);
                (await command.ExecuteNonQueryAsync(cancellationToken)).Should().Be(1);
            }

            foreach (var row in added)
            {
                await using var command = Command(context, $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select((_, index) => $"@p{index}"))})", row);
                await command.ExecuteNonQueryAsync(cancellationToken);
            }

            await transaction.CommitAsync(cancellationToken);
            return true;
        }
        catch (SqliteException)
        {
            return false;
        }
    }

    private static DbCommand Command(LedgerContext context, string text, object[] values)
    {
        var command = context.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // Names of tables and columns come of the model.
        command.CommandText = text;
#pragma warning restore CA2100
        foreach (var (value, index) in values.Select((value, index) => (value, index)))
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (FormattableString.Invariant($"@p{index}"), value);
            command.Parameters.Add(parameter);
        }

        command.Transaction = context.Database.CurrentTransaction?.GetDbTransaction();
        return command;
    }
}
