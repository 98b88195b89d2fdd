using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;

namespace GdprKit.Benchmarks.Databases;

/// <summary>A database that a benchmark fills and asks, gone afterwards.</summary>
internal abstract class BenchmarkDatabase : IAsyncDisposable
{
    public abstract string Name { get; }

    /// <summary>An expression of whole numbers from 1 through a parameter <c>{0}</c>, as a table with a column <c>n</c>.</summary>
    public abstract string Numbers { get; }

    /// <summary>What is sent to the database.</summary>
    public SentStatements Sent { get; } = new();

    public abstract void Use(DbContextOptionsBuilder options);

    public abstract DbConnection Connect();

    /// <summary>A moment as a literal of the database.</summary>
    public abstract string Moment(string expression);

    /// <summary>The day that lies a number of days after 1 January 2010, as a value of a column of times.</summary>
    public abstract string DayAfter(string days);

    /// <summary>The year of the day after a number of years after a moment.</summary>
    public abstract string YearOfDayAfter(string moment, int years);

    /// <summary>The year of a moment.</summary>
    public abstract string YearOf(string moment);

    /// <summary>The larger of two numbers of which the second can be missing.</summary>
    public abstract string Larger(string one, string other);

    /// <summary>What must be done before each measurement, so that one statement does not pay for another.</summary>
    public abstract string? BeforeEach { get; }

    public abstract string AfterFilling { get; }

    public abstract string Explain(string statement);

    /// <summary>Keeps a copy of the database as it is, whole; one of before is replaced.</summary>
    public abstract Task KeepCopyAsync(CancellationToken cancellationToken);

    /// <summary>Puts the copy that was kept in the place of the database, as who restores a backup.</summary>
    public abstract Task PutCopyBackAsync(CancellationToken cancellationToken);

    public static async Task<BenchmarkDatabase> CreateAsync(string kind, CancellationToken cancellationToken) => kind switch
    {
        "sqlite" => new SqliteBenchmarkDatabase(),
        "postgresql" => await PostgreSqlBenchmarkDatabase.StartAsync(cancellationToken),
        _ => throw new ArgumentException($"'{kind}' is no database that is measured. Use sqlite or postgresql."),
    };

    public async Task ExecuteAsync(string statement, CancellationToken cancellationToken)
    {
        await using var connection = Connect();
        await connection.OpenAsync(cancellationToken);
        await using var command = Command(connection, statement);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>All numbers of all rows that a statement gives, in order.</summary>
    public async Task<IReadOnlyList<long>> CountAsync(string statement, CancellationToken cancellationToken)
    {
        await using var connection = Connect();
        await connection.OpenAsync(cancellationToken);
        await using var command = Command(connection, statement);
        Sent.Keep(command);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var numbers = new List<long>();
        while (await reader.ReadAsync(cancellationToken))
        {
            for (var i = 0; i < reader.FieldCount; i++)
            {
                numbers.Add(await reader.IsDBNullAsync(i, cancellationToken) ? 0 : reader.GetInt64(i));
            }
        }

        return numbers;
    }

    /// <summary>How the database goes about a statement.</summary>
    public async Task<string> ExplainAsync(SentStatement statement, CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        await ReadAsync(statement with { Text = Explain(statement.Text) }, reader => lines.Add(reader.GetString(reader.FieldCount - 1)), cancellationToken);
        return string.Join(Environment.NewLine, lines);
    }

    /// <summary>How long a statement takes that was sent before.</summary>
    public async Task<TimeSpan> TimeAsync(SentStatement statement, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        await ReadAsync(statement, _ => { }, cancellationToken);
        return Stopwatch.GetElapsedTime(started);
    }

    private async Task ReadAsync(SentStatement statement, Action<DbDataReader> read, CancellationToken cancellationToken)
    {
        await using var connection = Connect();
        await connection.OpenAsync(cancellationToken);
        await using var command = Command(connection, statement.Text);
        foreach (var parameter in statement.Parameters)
        {
            command.Parameters.Add(SentStatement.Apart(parameter));
        }

        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            read(reader);
        }
    }

    public abstract ValueTask DisposeAsync();

    private static DbCommand Command(DbConnection connection, string statement)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements of the benchmark itself.
        command.CommandText = statement;
#pragma warning restore CA2100
        command.CommandTimeout = 0;
        return command;
    }
}
