using GdprKit.Ledger;
using Npgsql;
using NpgsqlTypes;

namespace GdprKit.Benchmarks.Ledger;

/// <summary>Two statements in one batch, or the three that write the same rows, prepared; many rows by <c>unnest</c>.</summary>
internal sealed class PostgreSqlHandWrittenLedger : HandWrittenLedger
{
    private static readonly NpgsqlDbType[] HeadTypes =
    [
        NpgsqlDbType.Varchar, NpgsqlDbType.Bytea, NpgsqlDbType.Varchar, NpgsqlDbType.Bigint, NpgsqlDbType.Bigint, NpgsqlDbType.Bigint,
        NpgsqlDbType.Integer, NpgsqlDbType.Varchar, NpgsqlDbType.Bigint, NpgsqlDbType.Bigint, NpgsqlDbType.Bytea,
    ];

    private static readonly NpgsqlDbType[] EntryTypes =
    [
        NpgsqlDbType.Bytea, NpgsqlDbType.Varchar, NpgsqlDbType.Bytea, NpgsqlDbType.Varchar, NpgsqlDbType.Bigint, NpgsqlDbType.Bigint,
        NpgsqlDbType.Varchar, NpgsqlDbType.Bytea, NpgsqlDbType.Bytea, NpgsqlDbType.Bytea, NpgsqlDbType.Bytea, NpgsqlDbType.Bytea,
    ];

    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlBatch _append;
    private readonly NpgsqlBatch _appendUnordered;
    private readonly NpgsqlBatch _many;
    private readonly NpgsqlCommand _find;

    private PostgreSqlHandWrittenLedger(NpgsqlConnection connection)
    {
        _connection = connection;
        _append = new NpgsqlBatch(connection) { BatchCommands = { HeadCommand(), EntryCommand() } };
        _appendUnordered = new NpgsqlBatch(connection)
        {
            BatchCommands = { HeadCommand(), EntryCommand(), Command("INSERT INTO gdpr_unordered_entry (entry_id) VALUES ($1)", EntryTypes[..1]) },
        };
        _many = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                Command($"INSERT INTO gdpr_head ({HeadColumns}) SELECT * FROM unnest({Places(11)}) {OnlyWhenExpected}", [.. HeadTypes.Select(type => type | NpgsqlDbType.Array)]),
                Command($"INSERT INTO gdpr_entry ({EntryColumns}) SELECT * FROM unnest({Places(12)})", [.. EntryTypes.Select(type => type | NpgsqlDbType.Array)]),
                Command("INSERT INTO gdpr_unordered_entry (entry_id) SELECT * FROM unnest($1)", [NpgsqlDbType.Bytea | NpgsqlDbType.Array]),
            },
        };
        _find = new NpgsqlCommand(
            "SELECT stream_kind, subject, stream_key, version, recorded_at, fold_version, status, since, due, state FROM gdpr_head WHERE stream_kind = $1 AND subject = $2 AND stream_key = $3",
            connection);
        foreach (var type in HeadTypes[..3])
        {
            _find.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = type });
        }
    }

    public static async Task<HandWrittenLedger> OpenAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await connection.OpenAsync(cancellationToken);
        var ledger = new PostgreSqlHandWrittenLedger(connection);
        await ledger._append.PrepareAsync(cancellationToken);
        await ledger._appendUnordered.PrepareAsync(cancellationToken);
        await ledger._many.PrepareAsync(cancellationToken);
        await ledger._find.PrepareAsync(cancellationToken);
        return ledger;
    }

    public override async Task<bool> AppendAsync(StreamAppend append, bool isUnordered, CancellationToken cancellationToken)
    {
        var (batch, entry) = (isUnordered ? _appendUnordered : _append, EntryOf(append.Entries[0]));
        Set(batch.BatchCommands[0].Parameters, HeadOf(append));
        Set(batch.BatchCommands[1].Parameters, entry);
        if (isUnordered)
        {
            Set(batch.BatchCommands[2].Parameters, entry[..1]);
        }

        return await batch.ExecuteNonQueryAsync(cancellationToken) == batch.BatchCommands.Count;
    }

    public override async Task<long> AppendManyAsync(IReadOnlyList<StreamAppend> appends, CancellationToken cancellationToken)
    {
        SetColumns(_many.BatchCommands[0].Parameters, HeadTypes, [.. appends.Select(HeadOf)]);
        var entries = appends.Select(append => EntryOf(append.Entries[0])).ToArray();
        SetColumns(_many.BatchCommands[1].Parameters, EntryTypes, entries);
        SetColumns(_many.BatchCommands[2].Parameters, EntryTypes[..1], entries);
        return await _many.ExecuteNonQueryAsync(cancellationToken) / 3;
    }

    public override async Task<long> FindAsync(StreamId stream, CancellationToken cancellationToken)
    {
        Set(_find.Parameters, [stream.Kind.ToString(), Bytes(stream.Subject), stream.Key.ToString()]);
        await using var reader = await _find.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? Head(reader).Version : 0;
    }

    public override async ValueTask DisposeAsync()
    {
        await _append.DisposeAsync();
        await _appendUnordered.DisposeAsync();
        await _many.DisposeAsync();
        await _find.DisposeAsync();
        await _connection.DisposeAsync();
    }

    private static NpgsqlBatchCommand HeadCommand() => Command($"INSERT INTO gdpr_head ({HeadColumns}) VALUES ({Places(11)}) {OnlyWhenExpected}", HeadTypes);

    private static NpgsqlBatchCommand EntryCommand() => Command($"INSERT INTO gdpr_entry ({EntryColumns}) VALUES ({Places(12)})", EntryTypes);

    private static NpgsqlBatchCommand Command(string text, IEnumerable<NpgsqlDbType> types)
    {
        var command = new NpgsqlBatchCommand(text);
        foreach (var type in types)
        {
            command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = type });
        }

        return command;
    }

    private static void Set(NpgsqlParameterCollection parameters, object?[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            parameters[i].Value = values[i] ?? DBNull.Value;
        }
    }

    private static void SetColumns(NpgsqlParameterCollection parameters, NpgsqlDbType[] types, object?[][] rows)
    {
        for (var i = 0; i < types.Length; i++)
        {
            var column = i;
            parameters[i].Value = types[i] switch
            {
                NpgsqlDbType.Bytea => Array.ConvertAll(rows, row => (byte[]?)row[column]),
                NpgsqlDbType.Bigint => Array.ConvertAll(rows, row => (long?)row[column]),
                NpgsqlDbType.Integer => Array.ConvertAll(rows, row => (int)row[column]!),
                _ => Array.ConvertAll(rows, row => (string)row[column]!),
            };
        }
    }

    private static string Places(int count) => string.Join(", ", Enumerable.Range(1, count).Select(number => $"${number}"));
}
