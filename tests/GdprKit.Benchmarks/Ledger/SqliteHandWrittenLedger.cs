using GdprKit.Ledger;
using Microsoft.Data.Sqlite;

namespace GdprKit.Benchmarks.Ledger;

/// <summary>Two statements in a transaction, their commands kept.</summary>
internal sealed class SqliteHandWrittenLedger : HandWrittenLedger
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _head;
    private readonly SqliteCommand _entry;
    private readonly SqliteCommand _unordered;
    private readonly SqliteCommand _find;

    private SqliteHandWrittenLedger(SqliteConnection connection)
    {
        _connection = connection;
        _head = Command($"INSERT INTO gdpr_head ({HeadColumns}) VALUES ({Places(11)}) {OnlyWhenExpected}", 11);
        _entry = Command($"INSERT INTO gdpr_entry ({EntryColumns}) VALUES ({Places(12)})", 12);
        _unordered = Command("INSERT INTO gdpr_unordered_entry (entry_id) VALUES ($1)", 1);
        _find = Command(
            "SELECT stream_kind, subject, stream_key, version, recorded_at, fold_version, status, since, due, state FROM gdpr_head WHERE stream_kind = $1 AND subject = $2 AND stream_key = $3", 3);
    }

    public static async Task<HandWrittenLedger> OpenAsync(SqliteConnection connection, string pragma, CancellationToken cancellationToken)
    {
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // A constant of the benchmark.
        command.CommandText = pragma;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancellationToken);
        return new SqliteHandWrittenLedger(connection);
    }

    public override async Task<bool> AppendAsync(StreamAppend append, bool isUnordered, CancellationToken cancellationToken)
    {
        await using var transaction = (SqliteTransaction)await _connection.BeginTransactionAsync(cancellationToken);
        var fits = await RunAsync(_head, transaction, HeadOf(append), cancellationToken) == 1;
        if (fits)
        {
            var entry = EntryOf(append.Entries[0]);
            await RunAsync(_entry, transaction, entry, cancellationToken);
            if (isUnordered)
            {
                await RunAsync(_unordered, transaction, entry[..1], cancellationToken);
            }

            await transaction.CommitAsync(cancellationToken);
        }

        return fits;
    }

    public override async Task<long> AppendManyAsync(IReadOnlyList<StreamAppend> appends, CancellationToken cancellationToken)
    {
        await using var transaction = (SqliteTransaction)await _connection.BeginTransactionAsync(cancellationToken);
        var written = 0L;
        foreach (var append in appends)
        {
            written += await RunAsync(_head, transaction, HeadOf(append), cancellationToken);
            var entry = EntryOf(append.Entries[0]);
            await RunAsync(_entry, transaction, entry, cancellationToken);
            await RunAsync(_unordered, transaction, entry[..1], cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return written;
    }

    public override async Task<long> FindAsync(StreamId stream, CancellationToken cancellationToken)
    {
        Set(_find, [stream.Kind.ToString(), Bytes(stream.Subject), stream.Key.ToString()]);
        await using var reader = await _find.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? Head(reader).Version : 0;
    }

    public override async ValueTask DisposeAsync()
    {
        await _head.DisposeAsync();
        await _entry.DisposeAsync();
        await _unordered.DisposeAsync();
        await _find.DisposeAsync();
        await _connection.DisposeAsync();
    }

    private static Task<int> RunAsync(SqliteCommand command, SqliteTransaction transaction, object?[] values, CancellationToken cancellationToken)
    {
        command.Transaction = transaction;
        Set(command, values);
        return command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static void Set(SqliteCommand command, object?[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }
    }

    private static string Places(int count) => string.Join(", ", Enumerable.Range(1, count).Select(number => $"${number}"));

    private SqliteCommand Command(string text, int parameters)
    {
        var command = _connection.CreateCommand();
#pragma warning disable CA2100 // A constant of the benchmark.
        command.CommandText = text;
#pragma warning restore CA2100
        for (var number = 1; number <= parameters; number++)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = $"${number}" });
        }

        return command;
    }
}
