using Microsoft.Extensions.Logging;
using MimeKit;
using NodaTime;

namespace GdprKit.Notices;

/// <summary>Hands mails about privacy notices to a mail server (SMTP, RFC 5321), encrypted, over connections that are used again.</summary>
/// <remarks>
/// Safe for use by several threads; whoever hands over more than <see cref="MostAtOnce"/> mails at once waits. A connection that the server
/// closed meanwhile is replaced, and the mail goes over the new one. Disposing takes leave of the server. Logged is when nothing can go,
/// with the code that the server answered; never its text, and never an address.
/// </remarks>
public sealed partial class SmtpNoticeTransport : INoticeTransport, IDisposable, IAsyncDisposable
{
    private readonly SmtpOptions _options;
    private readonly ILogger<SmtpNoticeTransport>? _logger;
    private readonly MailComposer _composer;
    private readonly SmtpConnections _connections;
#pragma warning disable CA2213 // Whoever hands a mail over while the transport is disposed still gives its slot back.
    private readonly SemaphoreSlim _slots;
#pragma warning restore CA2213
    private volatile bool _isDisposed;

    /// <summary>Makes a transport. Nothing is connected yet.</summary>
    /// <param name="options">The server, with <see cref="SmtpOptions.Host"/> and <see cref="SmtpOptions.From"/>. Later changes have no effect that can be relied on.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="logger">Where it is logged that no mail can go.</param>
    public SmtpNoticeTransport(SmtpOptions options, IClock clock, ILogger<SmtpNoticeTransport>? logger = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(clock);
        (_options, _logger) = (options, logger);
        _composer = new MailComposer(options, clock);
        _connections = new SmtpConnections(options, clock);
        _slots = new SemaphoreSlim(options.MaxConnections);
    }

    /// <inheritdoc/>
    public int MostAtOnce => _options.MaxConnections;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">GDPR1350, GDPR1351: the id or the subject of the mail would break its header.</exception>
    /// <exception cref="ObjectDisposedException">The transport was disposed.</exception>
    /// <exception cref="OperationCanceledException">The wait was ended.</exception>
    public async ValueTask<MailOutcome> SendAsync(NoticeMail mail, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mail);
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (MailRecipient.Read(mail.To) is not { } to)
        {
            return new MailOutcome.Refused(MailFault.AddressMalformed);
        }

        using var message = _composer.Compose(mail, to);
        await _slots.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var verdict = await SendAsync(message, to, cancellationToken).ConfigureAwait(false);
            if (verdict.Outcome is MailOutcome.Stalled stalled && _logger is not null)
            {
                CannotGo(_logger, MailMessages.Stalled, _options.Host!, _options.PortOrDefault(), stalled.Fault, verdict.Code);
            }

            return verdict.Outcome;
        }
        finally
        {
            _slots.Release();
        }
    }

    /// <summary>Closes the connections without taking leave. A mail that is being handed over is not interrupted. Again it does nothing.</summary>
    public void Dispose()
    {
        _isDisposed = true;
        _connections.Dispose();
    }

    /// <summary>Takes leave of the server and closes the connections. A mail that is being handed over is not interrupted. Again it does nothing.</summary>
    public ValueTask DisposeAsync()
    {
        _isDisposed = true;
        return _connections.DisposeAsync();
    }

    private async ValueTask<SmtpVerdict> SendAsync(MimeMessage message, MailRecipient to, CancellationToken cancellationToken)
    {
        var used = await _connections.TakeIdleAsync(cancellationToken).ConfigureAwait(false);
        if (used is not null && to.NeedsUtf8)
        {
            // What carries such an address carries no other: MailKit would write theirs in the same letters.
            await used.CloseAsync().ConfigureAwait(false);
        }
        else if (used is not null)
        {
            var verdict = await HandOverAsync(used, message, to, cancellationToken).ConfigureAwait(false);
            // A server may close a connection at any time, with 421 or without a word; of one that was used before it says nothing about the next.
            if (used.HasBegun || verdict.Outcome is not MailOutcome.Stalled { Fault: MailFault.Unreachable or MailFault.ServerClosing })
            {
                return verdict;
            }
        }

#pragma warning disable CA2000 // Handing over ends with giving the connection back, or with closing it.
        return await HandOverAsync(_connections.Create(), message, to, cancellationToken).ConfigureAwait(false);
#pragma warning restore CA2000
    }

    private async ValueTask<SmtpVerdict> HandOverAsync(SmtpConnection connection, MimeMessage message, MailRecipient to, CancellationToken cancellationToken)
    {
        var isKept = false;
        try
        {
            if (!connection.IsConnected && await connection.OpenAsync(to.NeedsUtf8, cancellationToken).ConfigureAwait(false) is { } fault)
            {
                return fault;
            }

            if (to.NeedsUtf8 && !connection.CarriesUtf8)
            {
                return SmtpVerdict.Refused(MailFault.AddressNotSupported);
            }

            var verdict = await connection.HandOverAsync(MailComposer.FormatFor(to), message, _composer.EnvelopeSender(), to.ToMailbox(), cancellationToken).ConfigureAwait(false);
            isKept = !to.NeedsUtf8 && verdict.Outcome is not MailOutcome.Stalled;
            return verdict;
        }
        finally
        {
            if (isKept)
            {
                _connections.Return(connection);
            }
            else if (connection.IsConnected)
            {
                await connection.CloseAsync().ConfigureAwait(false);
            }
            else
            {
                connection.Dispose();
            }
        }
    }

    [LoggerMessage(6301, LogLevel.Warning, "{Id}: no mail can go to {Host}:{Port} ({Fault}; the server answered {Code}, 0 is nothing). See whether the server runs, its certificate is trusted, and name, password and sender are the right ones; mails that wait are not lost.")]
    private static partial void CannotGo(ILogger logger, string id, string host, int port, MailFault fault, int code);
}
