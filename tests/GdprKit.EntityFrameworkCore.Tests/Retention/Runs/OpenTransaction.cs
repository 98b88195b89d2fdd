using Npgsql;

namespace GdprKit.EntityFrameworkCore.Retention;

/// <summary>A transaction of the application in PostgreSQL that it has begun and not ended.</summary>
internal sealed class OpenTransaction : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlConnection _beside;
    private NpgsqlTransaction? _transaction;

    private OpenTransaction(string connectionString) => (_connection, _beside) = (new NpgsqlConnection(connectionString), new NpgsqlConnection(connectionString));

    public static async Task<OpenTransaction> BeginAsync(string connectionString, string statement, CancellationToken cancellationToken)
    {
        var open = new OpenTransaction(connectionString);
        await open._connection.OpenAsync(cancellationToken);
        await open._beside.OpenAsync(cancellationToken);
        open._transaction = await open._connection.BeginTransactionAsync(cancellationToken);
        await open.ExecuteAsync(statement, cancellationToken);
        return open;
    }

    public async Task ExecuteAsync(string statement, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(statement, _connection, _transaction);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Waits until a run waits for it.</summary>
    public async Task WaitUntilWaitedForAsync(CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("SELECT count(*) FROM pg_stat_activity WHERE @pid = ANY (pg_blocking_pids(pid))", _beside);
        command.Parameters.AddWithValue("pid", _connection.ProcessID);
        while (await command.ExecuteScalarAsync(cancellationToken) is 0L)
        {
        }
    }

    public Task CommitAsync(CancellationToken cancellationToken) => _transaction!.CommitAsync(cancellationToken);

    /// <summary>Gives everything up; again it does nothing.</summary>
    public void Rollback()
    {
        _transaction?.Dispose();
        _transaction = null;
    }

    public async ValueTask DisposeAsync()
    {
        Rollback();
        await _connection.DisposeAsync();
        await _beside.DisposeAsync();
    }
}
