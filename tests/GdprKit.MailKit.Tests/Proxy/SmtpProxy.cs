using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace GdprKit.Notices;

/// <summary>Stands between the transport and the mail server, counts connections, and lets things go wrong.</summary>
internal sealed class SmtpProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentDictionary<ProxiedConnection, Task> _open = new();
    private readonly int _server;
    private readonly SmtpFault _fault;
    private readonly Task _accepting;
    private int _connections;

    public SmtpProxy(int server, SmtpFault? fault = null)
    {
        (_server, _fault) = (server, fault ?? SmtpFault.None);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>How many connections were made.</summary>
    public int Connections => Volatile.Read(ref _connections);

    /// <summary>The commands that clients gave, the first word of each line outside of messages.</summary>
    public ConcurrentQueue<string> Commands { get; } = new();

    /// <summary>Ends every connection that is open, without a word.</summary>
    public async Task DropAllAsync()
    {
        foreach (var (connection, serving) in _open)
        {
            connection.Dispose();
            await serving;
        }
    }

    /// <summary>Waits until clients have closed every connection.</summary>
    public Task AllClosedAsync() => Task.WhenAll(_open.Values);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Dispose();
        await _accepting;
        await DropAllAsync();
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            try
            {
                var client = await _listener.AcceptTcpClientAsync(_end.Token);
                var number = Interlocked.Increment(ref _connections);
                var connection = new ProxiedConnection(client, number <= _fault.Connections ? _fault : SmtpFault.None, Commands);
                var serving = connection.ServeAsync(_server);
                _open[connection] = serving;
                _ = serving.ContinueWith(ended => _open.TryRemove(new(connection, ended)), TaskScheduler.Default);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }
}
