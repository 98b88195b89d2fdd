using System.Net;
using System.Net.Sockets;

namespace GdprKit.EntityFrameworkCore.Ledger;

/// <summary>
/// A way to a server that breaks after a number of steps: a message that is sent is one step, and its answer is another one. A message that
/// is lost never arrives; where an answer is lost, the server has done what it was asked.
/// </summary>
internal sealed class BreakingNetwork : IAsyncDisposable
{
    private const int MostAtOnce = 1 << 16;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _broken = new();
    private readonly Task _carrying;
    private int _left;
    private volatile bool _isBegun;

    public BreakingNetwork(int serverPort, int steps)
    {
        _left = steps;
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _carrying = CarryAsync(serverPort);
    }

    public int Port { get; }

    /// <summary>Counts from now on.</summary>
    public void Begin() => _isBegun = true;

    public async ValueTask DisposeAsync()
    {
        await _broken.CancelAsync();
        await _carrying;
        _listener.Dispose();
        _broken.Dispose();
    }

    private async Task CarryAsync(int serverPort)
    {
        try
        {
            using var client = await _listener.AcceptTcpClientAsync(_broken.Token);
            using var server = new TcpClient { NoDelay = true };
            client.NoDelay = true;

            // Who tries to come again finds nobody.
            _listener.Stop();
            await server.ConnectAsync(IPAddress.Loopback, serverPort, _broken.Token);
            await Task.WhenAny(PassAsync(client.GetStream(), server.GetStream()), PassAsync(server.GetStream(), client.GetStream()));
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException or SocketException)
        {
            // It is broken.
        }
    }

    private async Task PassAsync(NetworkStream from, NetworkStream to)
    {
        var bytes = new byte[MostAtOnce];
        while (await from.ReadAsync(bytes, _broken.Token) is > 0 and var count && !(_isBegun && Interlocked.Decrement(ref _left) < 0))
        {
            await to.WriteAsync(bytes.AsMemory(0, count), _broken.Token);
        }
    }
}
