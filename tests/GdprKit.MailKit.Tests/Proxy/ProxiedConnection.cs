using System.Buffers;
using System.Collections.Concurrent;
using System.IO.Pipelines;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace GdprKit.Notices;

/// <summary>One connection through the proxy.</summary>
internal sealed class ProxiedConnection(TcpClient client, SmtpFault fault, ConcurrentQueue<string> commands) : IDisposable
{
    private readonly TcpClient _server = new();
    private bool _isInMessage;
    private int _wentWell;
    private volatile bool _answerIsWithheld;

    public async Task ServeAsync(int port)
    {
        try
        {
            if (fault.At is FaultAt.Connect)
            {
                await FailAsync(PipeReader.Create(client.GetStream()));
                return;
            }

            await _server.ConnectAsync(IPAddress.Loopback, port);
            await Task.WhenAny(FromServerAsync(), FromClientAsync());
        }
        catch (Exception exception) when (exception is IOException or SocketException or ObjectDisposedException)
        {
            // Whoever ends a connection breaks it here.
        }
        finally
        {
            Dispose();
        }
    }

    /// <summary>Ends the connection without a word.</summary>
    public void Dispose()
    {
        client.Dispose();
        _server.Dispose();
    }

    private async Task FromServerAsync()
    {
        var buffer = new byte[8192];
        while (await _server.GetStream().ReadAsync(buffer) is > 0 and var count)
        {
            if (!_answerIsWithheld)
            {
                await client.GetStream().WriteAsync(buffer.AsMemory(0, count));
            }
            else if (!fault.IsSilent)
            {
                // The server has said that it took the mail over; nobody hears it.
                return;
            }
        }
    }

    private async Task FromClientAsync()
    {
        var reader = PipeReader.Create(client.GetStream());
        while (true)
        {
            var read = await reader.ReadAsync();
            var rest = read.Buffer;
            // TLS has no lines; where nothing goes wrong everything is passed on as it comes.
            while (rest.PositionOf((byte)'\n') is { } end)
            {
                var line = rest.Slice(0, rest.GetPosition(1, end));
                if (IsFaulty(Encoding.Latin1.GetString(line)))
                {
                    await FailAsync(reader);
                    return;
                }

                await PassAsync(line);
                rest = rest.Slice(line.End);
            }

            if (fault.At is FaultAt.Nowhere)
            {
                await PassAsync(rest);
                rest = rest.Slice(rest.End);
            }

            reader.AdvanceTo(rest.Start, rest.End);
            if (read.IsCompleted)
            {
                return;
            }
        }
    }

    private bool IsFaulty(string line)
    {
        if (_isInMessage)
        {
            _isInMessage = line != ".\r\n";
            _answerIsWithheld |= !_isInMessage && fault.At is FaultAt.Answer;
            return fault.At is FaultAt.Message;
        }

        var command = line.Split(' ', '\r')[0];
        commands.Enqueue(command);
        _isInMessage = command == "DATA";
        return command.Equals(fault.At.ToString(), StringComparison.OrdinalIgnoreCase) && _wentWell++ >= fault.After;
    }

    private async Task PassAsync(ReadOnlySequence<byte> bytes)
    {
        foreach (var segment in bytes)
        {
            await _server.GetStream().WriteAsync(segment);
        }
    }

    private async Task FailAsync(PipeReader reader)
    {
        if (fault.Reply is not null)
        {
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"{fault.Reply}\r\n"));
        }

        if (fault.IsSilent)
        {
            await reader.CopyToAsync(Stream.Null);
        }
    }
}
