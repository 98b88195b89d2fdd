namespace GdprKit.Notices;

/// <summary>A test that sends to the real server.</summary>
public abstract class SmtpTest(SmtpServer server) : MailTest
{
    protected SmtpServer Server => server;

    internal RecordedLog<SmtpNoticeTransport> Log { get; } = new();

    internal SmtpNoticeTransport Transport(SmtpOptions options) => new(options, Clock, Log);

    /// <summary>Sends one mail over a transport of its own, as a campaign begins.</summary>
    internal async Task<MailOutcome> SendAsync(SmtpOptions options, NoticeMail mail)
    {
        await using var transport = Transport(options);
        return await transport.SendAsync(mail, Token);
    }
}
