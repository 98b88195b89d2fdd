using System.Collections.Concurrent;
using NodaTime;

namespace GdprKit.Notices;

/// <summary>Connections that are open and not in use, the last used first. Safe for use by several threads.</summary>
internal sealed class SmtpConnections(SmtpOptions options, IClock clock) : IDisposable, IAsyncDisposable
{
    // A server closes a connection that is silent for minutes; whether it did is asked after a few seconds.
    private static readonly Duration SilenceUnasked = Duration.FromSeconds(5);

    // Long connections outlive a server that was taken out of the name service.
    private static readonly Duration LongestAge = Duration.FromMinutes(10);

    private readonly ConcurrentStack<SmtpConnection> _idle = new();
    private readonly CertificateTrust? _trust = CertificateTrust.Of(options);
    private volatile bool _isDisposed;

    /// <summary>A connection that was used before and still answers, or <see langword="null"/>.</summary>
    public async ValueTask<SmtpConnection?> TakeIdleAsync(CancellationToken cancellationToken)
    {
        while (_idle.TryPop(out var connection))
        {
            if (await IsUsableAsync(connection, cancellationToken).ConfigureAwait(false))
            {
                return connection;
            }
        }

        return null;
    }

    /// <summary>A connection that is still to be opened.</summary>
#pragma warning disable CA2000 // A connection disposes what watches it.
    public SmtpConnection Create() => new(options, _trust, new ConversationWatch()) { OpenedAt = clock.GetCurrentInstant() };
#pragma warning restore CA2000

    /// <summary>Keeps a connection for the next mail, when it can carry one.</summary>
    public void Return(SmtpConnection connection)
    {
        if (!connection.IsConnected)
        {
            connection.Dispose();
            return;
        }

        connection.UsedAt = clock.GetCurrentInstant();
        _idle.Push(connection);
        if (_isDisposed)
        {
            Dispose();
        }
    }

    public void Dispose()
    {
        _isDisposed = true;
        while (_idle.TryPop(out var connection))
        {
            connection.Dispose();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _isDisposed = true;
        while (_idle.TryPop(out var connection))
        {
            await connection.CloseAsync().ConfigureAwait(false);
        }
    }

    // One that is not usable is closed.
    private async ValueTask<bool> IsUsableAsync(SmtpConnection connection, CancellationToken cancellationToken)
    {
        var isUsable = false;
        try
        {
            var now = clock.GetCurrentInstant();
            if (now - connection.OpenedAt > LongestAge)
            {
                await connection.CloseAsync().ConfigureAwait(false);
                return false;
            }

            return isUsable = connection.IsConnected && (now - connection.UsedAt <= SilenceUnasked || await connection.IsAliveAsync(cancellationToken).ConfigureAwait(false));
        }
        finally
        {
            if (!isUsable)
            {
                connection.Dispose();
            }
        }
    }
}
