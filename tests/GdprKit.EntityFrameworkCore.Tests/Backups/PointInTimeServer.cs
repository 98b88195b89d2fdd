using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace GdprKit.EntityFrameworkCore.Backups;

/// <summary>
/// A server of PostgreSQL that archives its write-ahead log. There is one base backup of it, of <c>pg_basebackup</c>; from that and the archive it is brought back to any moment that was marked since.
/// </summary>
public sealed class PointInTimeServer : IAsyncDisposable
{
    // Relative to the folder of the data, from where the server runs them.
    private const string Settings = """
        wal_level = replica
        max_wal_senders = 4
        archive_mode = on
        archive_command = 'mkdir -p ../archive && cp %p ../archive/%f.part && mv ../archive/%f.part ../archive/%f'
        """;

    private const string TakeBase = """
        exec "$1/pg_basebackup" --host=127.0.0.1 --port="$3" --username=gdprkit --no-password --pgdata="$2/../base" --wal-method=none --checkpoint=fast --no-sync >&2
        """;

    private const string Stop = """
        "$1/pg_ctl" stop -D "$2" -m immediate -w >/dev/null 2>&1
        rm -rf "$2"
        """;

    private const string Recover = """
        set -eu
        folder=$(dirname "$2")
        cp -a "$folder/base" "$2" && chmod 700 "$2"
        cat >>"$2/postgresql.auto.conf" <<SETTINGS
        restore_command = 'cp ../archive/%f %p'
        recovery_target_name = '$3'
        recovery_target_timeline = '$4'
        recovery_target_action = 'promote'
        $6
        SETTINGS
        touch "$2/recovery.signal"
        "$1/pg_ctl" start -D "$2" -l "$folder/log" -o "-p $5" -w -t 60 >/dev/null 2>&1 </dev/null || { tail "$folder/log" >&2; exit 1; }
        """;

    private readonly PostgreSqlServer _server = PostgreSqlServer.With(Settings);

    private PostgreSqlDatabase? _administered;
    private int _marks;
    private int _scratches;

    /// <summary>Makes an empty database that nobody else uses.</summary>
    public async Task<PostgreSqlDatabase> CreateDatabaseAsync(CancellationToken cancellationToken)
    {
        if (_administered is null)
        {
            _administered = await _server.CreateDatabaseAsync(cancellationToken);
            await RunAsync(TakeBase, [await FolderAsync(cancellationToken), new NpgsqlConnectionStringBuilder(_administered.ConnectionString).Port.ToString(CultureInfo.InvariantCulture)], cancellationToken);
        }

        return await _server.CreateDatabaseAsync(cancellationToken);
    }

    /// <summary>Marks this moment, and waits until the archive reaches it.</summary>
    /// <returns>By which <see cref="RecoverAsync"/> finds it.</returns>
    public async Task<string> MarkAsync(CancellationToken cancellationToken)
    {
        var name = $"mark-{++_marks}";
        var timeline = await AskAsync("SELECT timeline_id::text FROM pg_control_checkpoint()", cancellationToken);
        await AskAsync($"SELECT pg_create_restore_point('{name}')::text", cancellationToken);
        var segment = await AskAsync("SELECT pg_walfile_name(pg_switch_wal())", cancellationToken);
        while (await AskAsync($"SELECT count(*)::text FROM pg_ls_dir('../archive') AS file WHERE file = '{segment}'", cancellationToken) == "0")
        {
            // The archiver of the server is another process.
        }

        return $"{name} {timeline}";
    }

    /// <summary>Brings the whole server back to a moment; what was written since is gone from it.</summary>
    public async Task RecoverAsync(string mark, CancellationToken cancellationToken)
    {
        var (folder, address) = (await FolderAsync(cancellationToken), new NpgsqlConnectionStringBuilder(_administered!.ConnectionString));
        NpgsqlConnection.ClearAllPools();
        await RunAsync(Stop, [folder], cancellationToken);
        await StartAtAsync(folder, mark, address, "", cancellationToken);
    }

    /// <summary>Starts a second server with the data of a moment beside the one that goes on.</summary>
    public async Task<Scratch> RecoverBesideAsync(string mark, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(Path.GetDirectoryName(await FolderAsync(cancellationToken))!, $"scratch-{++_scratches}");
        var address = new NpgsqlConnectionStringBuilder(_administered!.ConnectionString) { Port = PostgreSqlServer.FreePort(), Pooling = false };

        // It must not write into the archive of the other.
        await StartAtAsync(folder, mark, address, "archive_mode = off", cancellationToken);
        return new Scratch(folder, address.Port);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static async Task RunAsync(string script, string[] arguments, CancellationToken cancellationToken)
    {
        using var process = Process.Start(PostgreSqlInstallation.Shell(script, arguments))!;
        process.StandardInput.Close();
        var error = await process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"PostgreSQL failed: {error}");
        }
    }

    private static async Task StartAtAsync(string folder, string mark, NpgsqlConnectionStringBuilder address, string settings, CancellationToken cancellationToken)
    {
        await RunAsync(Recover, [folder, .. mark.Split(' '), address.Port.ToString(CultureInfo.InvariantCulture), settings], cancellationToken);
        while (await AskAsync(address, "SELECT pg_is_in_recovery()::text", cancellationToken) != "false")
        {
            // It answers before it has come to the moment.
        }
    }

    private Task<string> FolderAsync(CancellationToken cancellationToken) => AskAsync("SHOW data_directory", cancellationToken);

    private Task<string> AskAsync(string question, CancellationToken cancellationToken) => AskAsync(new NpgsqlConnectionStringBuilder(_administered!.ConnectionString) { Pooling = false }, question, cancellationToken);

    private static async Task<string> AskAsync(NpgsqlConnectionStringBuilder address, string question, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(address.ConnectionString);
        await connection.OpenAsync(cancellationToken);
#pragma warning disable CA2100 // Nothing in it comes from outside.
        await using var command = new NpgsqlCommand(question, connection);
#pragma warning restore CA2100
        return (string)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>A second server, gone when it is disposed of.</summary>
    public sealed class Scratch(string folder, int port) : IAsyncDisposable
    {
        public int Port { get; } = port;

        public async ValueTask DisposeAsync() => await RunAsync(Stop, [folder], CancellationToken.None);
    }
}
