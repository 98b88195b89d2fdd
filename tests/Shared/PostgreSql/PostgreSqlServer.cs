using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace GdprKit.PostgreSql;

/// <summary>
/// A PostgreSQL server of this test assembly alone, started by the first test that needs it, and gone with the tests however they end.
/// Add it once: <c>[assembly: AssemblyFixture(typeof(PostgreSqlServer))]</c>.
/// </summary>
/// <remarks>One with settings of its own is for the tests that need them.</remarks>
public sealed class PostgreSqlServer : IAsyncDisposable
{
    private const string Ready = "ready";

    // Between finding a free port and listening on it somebody else can take it.
    private const int Attempts = 3;

    private readonly Lazy<Task<Running>> _server;
    private int _databases;

    /// <summary>A server with the settings of tests.</summary>
    public PostgreSqlServer()
        : this("")
    {
    }

    private PostgreSqlServer(string settings) => _server = new(() => StartAsync(settings));

    /// <summary>A server with settings beside those of tests.</summary>
    /// <param name="settings">Lines of <c>postgresql.conf</c>; what stands there twice counts as it stands here.</param>
    public static PostgreSqlServer With(string settings) => new(settings);

    /// <summary>Makes an empty database that nobody else uses.</summary>
    public async ValueTask<PostgreSqlDatabase> CreateDatabaseAsync(CancellationToken cancellationToken)
    {
        var server = await _server.Value;
        return await PostgreSqlDatabase.CreateAsync(server.ConnectionString, $"test_{Interlocked.Increment(ref _databases)}", cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_server.IsValueCreated)
        {
            using var process = (await _server.Value).Process;
            process.StandardInput.Close();
            await process.WaitForExitAsync();
        }
    }

    private static async Task<Running> StartAsync(string settings)
    {
        for (var attempt = 1; ; attempt++)
        {
            var port = FreePort();
            var process = Process.Start(PostgreSqlInstallation.Shell(await ScriptAsync(), $"{port}", settings))!;
            if (await process.StandardOutput.ReadLineAsync() == Ready)
            {
                return new Running(process, new NpgsqlConnectionStringBuilder
                {
                    Host = IPAddress.Loopback.ToString(),
                    Port = port,
                    Username = "gdprkit",
                    Database = "postgres",
                    IncludeErrorDetail = false,
                }.ConnectionString);
            }

            var error = await process.StandardError.ReadToEndAsync();
            process.Dispose();
            if (attempt == Attempts)
            {
                throw new InvalidOperationException($"PostgreSQL does not start:\n{error}");
            }
        }
    }

    private static async Task<string> ScriptAsync()
    {
        using var script = new StreamReader(typeof(PostgreSqlServer).Assembly.GetManifestResourceStream("GdprKit.PostgreSql.server.sh")!);
        return await script.ReadToEndAsync();
    }

    /// <summary>A port of the loopback on which nobody listens now.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private sealed record Running(Process Process, string ConnectionString);
}
