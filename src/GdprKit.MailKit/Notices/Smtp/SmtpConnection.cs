using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using NodaTime;

namespace GdprKit.Notices;

/// <summary>One connection with the server, which knows how far the mail on it has come when something fails.</summary>
internal sealed class SmtpConnection : SmtpClient
{
    // A server that does not even take leave is left without.
    private static readonly TimeSpan WaitForFarewell = TimeSpan.FromSeconds(2);

    private readonly SmtpOptions _options;
    private readonly ConversationWatch _watch;
    private SmtpStage _stage = SmtpStage.Connecting;

    /// <param name="options">The server.</param>
    /// <param name="trust">Which certificates are trusted; <see langword="null"/> leaves it to the machine.</param>
    /// <param name="watch">Sees what is written; it belongs to the connection.</param>
    public SmtpConnection(SmtpOptions options, CertificateTrust? trust, ConversationWatch watch)
        : base(watch)
    {
        (_options, _watch) = (options, watch);
        Timeout = (int)options.Timeout.TotalMilliseconds;
        CheckCertificateRevocation = options.CheckCertificateRevocation && trust is null;
        if (trust is not null)
        {
            ServerCertificateValidationCallback = (_, certificate, chain, errors) => trust.Trusts(certificate, chain, errors);
        }
    }

    public Instant OpenedAt { get; init; }

    public Instant UsedAt { get; set; }

    /// <summary>Whether the server takes addresses in other letters than ASCII, on a connection that was opened for one.</summary>
    public bool CarriesUtf8 => Capabilities.HasFlag(SmtpCapabilities.UTF8);

    /// <summary>Whether the server has answered anything about the mail at hand. A connection that broke before has lost nothing.</summary>
    public bool HasBegun => Stage > SmtpStage.NamingSender;

    private SmtpStage Stage => _stage is SmtpStage.SendingMessage && _watch.HasEnded ? SmtpStage.AwaitingAnswer : _stage;

    /// <summary>Connects, encrypts, signs in.</summary>
    /// <param name="withUtf8">Whether addresses may go to the server in other letters than ASCII.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>What went wrong, or <see langword="null"/>.</returns>
    public async ValueTask<SmtpVerdict?> OpenAsync(bool withUtf8, CancellationToken cancellationToken)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        waiting.CancelAfter(_options.ConnectTimeout);
        var verdict = await TryAsync(
            async () =>
            {
                await ConnectAsync(_options.Host!, _options.PortOrDefault(), SocketOptions(), waiting.Token).ConfigureAwait(false);
                _stage = SmtpStage.SigningIn;
                if (_options.SignsIn())
                {
                    await AuthenticateAsync(_options.UserName!, _options.Password!, waiting.Token).ConfigureAwait(false);
                }
            },
            cancellationToken).ConfigureAwait(false);
        if (verdict is null && !withUtf8)
        {
            // Else MailKit writes the domain in other letters as well, and a mail that every server could carry stops at the first that cannot.
            Capabilities &= ~SmtpCapabilities.UTF8;
        }

        return verdict;
    }

    /// <summary>Hands one mail over.</summary>
    public async ValueTask<SmtpVerdict> HandOverAsync(FormatOptions format, MimeMessage message, MailboxAddress sender, MailboxAddress recipient, CancellationToken cancellationToken)
    {
        _stage = SmtpStage.NamingSender;
        return await TryAsync(() => SendAsync(format, message, sender, [recipient], cancellationToken), cancellationToken).ConfigureAwait(false) ?? SmtpVerdict.Accepted;
    }

    /// <summary>Whether the server still answers.</summary>
    public async ValueTask<bool> IsAliveAsync(CancellationToken cancellationToken)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        waiting.CancelAfter(_options.ConnectTimeout);
        _stage = SmtpStage.NamingSender;
        return await TryAsync(() => NoOpAsync(waiting.Token), cancellationToken).ConfigureAwait(false) is null;
    }

    /// <summary>Takes leave of the server and closes the connection.</summary>
    public async ValueTask CloseAsync()
    {
        using var waiting = new CancellationTokenSource(WaitForFarewell);
        await TryAsync(() => DisconnectAsync(quit: true, waiting.Token), CancellationToken.None).ConfigureAwait(false);
        Dispose();
    }

    protected override void OnSenderAccepted(MimeMessage message, MailboxAddress mailbox, SmtpResponse response) => _stage = SmtpStage.NamingRecipient;

    protected override void OnRecipientAccepted(MimeMessage message, MailboxAddress mailbox, SmtpResponse response) => _stage = SmtpStage.SendingMessage;

    // What MailKit throws quotes the server, and so people: it ends here.
    private async ValueTask<SmtpVerdict?> TryAsync(Func<Task> work, CancellationToken cancellationToken)
    {
        try
        {
            await work().ConfigureAwait(false);
            return null;
        }
        catch (Exception exception) when (IsOfServer(exception))
        {
            cancellationToken.ThrowIfCancellationRequested();
            return exception switch
            {
                SmtpCommandException answer => SmtpVerdict.Of(answer, Stage),
                AuthenticationException { InnerException: SmtpCommandException answer } => SmtpVerdict.Of(answer, SmtpStage.SigningIn),
                AuthenticationException or ServiceNotAuthenticatedException => SmtpVerdict.Stalled(MailFault.AuthenticationFailed, Stage),
                NotSupportedException when Stage is SmtpStage.SigningIn => SmtpVerdict.Stalled(MailFault.AuthenticationFailed),
                SslHandshakeException { InnerException: OperationCanceledException } => SmtpVerdict.Stalled(MailFault.Unreachable),
                SslHandshakeException or NotSupportedException => SmtpVerdict.Stalled(MailFault.TlsFailed),
                _ => _watch.IsClosing ? SmtpVerdict.Stalled(MailFault.ServerClosing, Stage, 421) : SmtpVerdict.OfLoss(Stage),
            };
        }
    }

    private static bool IsOfServer(Exception exception) => exception is CommandException or ProtocolException or AuthenticationException or ServiceNotAuthenticatedException
        or ServiceNotConnectedException or SslHandshakeException or NotSupportedException or IOException or SocketException or TimeoutException or OperationCanceledException;

    private SecureSocketOptions SocketOptions() => _options.SecurityOrDefault() switch
    {
        SmtpSecurity.Tls => SecureSocketOptions.SslOnConnect,
        SmtpSecurity.StartTls => SecureSocketOptions.StartTls,
        _ => SecureSocketOptions.None,
    };
}
