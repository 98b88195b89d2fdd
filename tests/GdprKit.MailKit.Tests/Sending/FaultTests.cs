using System.Net;
using System.Net.Sockets;

namespace GdprKit.Notices;

public sealed class FaultTests(SmtpServer server) : SmtpTest(server)
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(300);

    // The answers before the one that never comes must not be too late as well, on a busy machine either.
    private static readonly TimeSpan Later = TimeSpan.FromSeconds(3);

    public static TheoryData<string, MailOutcome> Answers => new()
    {
        { "rcpt-550@example.nl", new MailOutcome.Refused(MailFault.AddressRefused) },
        { "rcpt-551@example.nl", new MailOutcome.Refused(MailFault.AddressRefused) },
        { "rcpt-553@example.nl", new MailOutcome.Refused(MailFault.AddressRefused) },
        { "rcpt-450@example.nl", new MailOutcome.Deferred(MailFault.TryLater) },
        { "rcpt-452@example.nl", new MailOutcome.Deferred(MailFault.TryLater) },
        { "rcpt-421@example.nl", OrThisMail(MailFault.ServerClosing) },
        { "rcpt-530@example.nl", OrThisMail(MailFault.AuthenticationFailed) },
        { "data-552@example.nl", new MailOutcome.Refused(MailFault.MessageRefused) },
        { "data-554@example.nl", new MailOutcome.Refused(MailFault.MessageRefused) },
        { "data-451@example.nl", new MailOutcome.Deferred(MailFault.TryLater) },
        { "data-421@example.nl", OrThisMail(MailFault.ServerClosing) },
    };

    public static TheoryData<string, MailOutcome> AnswersToTheSender => new()
    {
        { "mail-550@shop.example", new MailOutcome.Stalled(MailFault.SenderRefused) },
        { "mail-553@shop.example", new MailOutcome.Stalled(MailFault.SenderRefused) },
        { "mail-451@shop.example", new MailOutcome.Deferred(MailFault.TryLater) },
        { "mail-421@shop.example", new MailOutcome.Stalled(MailFault.ServerClosing) },
        { "mail-535@shop.example", new MailOutcome.Stalled(MailFault.AuthenticationFailed) },
    };

    public static TheoryData<FaultAt, MailOutcome> Losses => new()
    {
        { FaultAt.Connect, new MailOutcome.Stalled(MailFault.Unreachable) },
        { FaultAt.Ehlo, new MailOutcome.Stalled(MailFault.Unreachable) },
        { FaultAt.Mail, new MailOutcome.Stalled(MailFault.Unreachable) },
        { FaultAt.Rcpt, OrThisMail(MailFault.Unreachable) },
        { FaultAt.Answer, new MailOutcome.Deferred(MailFault.AnswerLost) },
    };

    [SmtpTheory]
    [MemberData(nameof(Answers))]
    public async Task What_the_server_answers_about_an_address_or_a_message_is_told_apart(string address, MailOutcome expected)
    {
        var mail = Mail(address);
        var ports = await Server.PortsAsync();

        (await SendAsync(Options(ports.Plain), mail)).Should().Be(expected);
        (await SendAsync(Options(ports.Pipelining), mail)).Should().Be(expected);

        (await Server.FindAsync(mail.MessageId)).Should().BeEmpty();
        Log.Lines.Should().HaveCount(expected is MailOutcome.Stalled ? 2 : 0);
    }

    [SmtpTheory]
    [MemberData(nameof(AnswersToTheSender))]
    public async Task What_the_server_answers_about_the_sender_is_nobody_s_fault(string sender, MailOutcome expected)
    {
        var ports = await Server.PortsAsync();
        foreach (var port in (int[])[ports.Plain, ports.Pipelining])
        {
            var options = Options(port);
            options.From = sender;

            (await SendAsync(options, Mail())).Should().Be(expected);
        }
    }

    [SmtpTheory]
    [MemberData(nameof(Losses))]
    public async Task A_connection_that_ends_without_a_word_tells_how_far_the_mail_had_come(FaultAt at, MailOutcome expected)
    {
        var mail = Mail();
        await using var proxy = new SmtpProxy((await Server.PortsAsync()).Plain, new SmtpFault(at));

        var outcome = await SendAsync(Options(proxy.Port), mail);

        outcome.Should().Be(expected);
        (await Server.FindAsync(mail.MessageId)).Should().HaveCount(at is FaultAt.Answer ? 1 : 0);
    }

    [SmtpTheory]
    [MemberData(nameof(Losses))]
    public async Task A_server_that_is_too_slow_tells_how_far_the_mail_had_come(FaultAt at, MailOutcome expected)
    {
        await using var proxy = new SmtpProxy((await Server.PortsAsync()).Plain, new SmtpFault(at, IsSilent: true));
        var options = Options(proxy.Port);
        (options.ConnectTimeout, options.Timeout) = at < FaultAt.Noop ? (Soon, options.Timeout) : (options.ConnectTimeout, at is FaultAt.Answer ? Later : Soon);

        (await SendAsync(options, Mail())).Should().Be(expected);
    }

    [SmtpTheory]
    [InlineData(FaultAt.Connect)]
    [InlineData(FaultAt.Ehlo)]
    [InlineData(FaultAt.Mail)]
    [InlineData(FaultAt.Rcpt)]
    [InlineData(FaultAt.Data)]
    public async Task A_server_that_closes_its_service_is_left_alone_whenever_it_says_so(FaultAt at)
    {
        await using var proxy = new SmtpProxy((await Server.PortsAsync()).Plain, new SmtpFault(at, Reply: "421 localhost closing"));

        (await SendAsync(Options(proxy.Port), Mail())).Should().Be(at < FaultAt.Rcpt ? new MailOutcome.Stalled(MailFault.ServerClosing) : OrThisMail(MailFault.ServerClosing));
    }

    [SmtpFact]
    public async Task A_connection_that_ends_in_the_middle_of_a_message_has_delivered_nothing()
    {
        // More than the buffers between both ends hold.
        var mail = Mail(text: string.Concat(Enumerable.Repeat("Wat wij bewaren, en waarom.\n", 800_000)));
        await using var proxy = new SmtpProxy((await Server.PortsAsync()).Plain, new SmtpFault(FaultAt.Message));

        var outcome = await SendAsync(Options(proxy.Port), mail);

        outcome.Should().Be(new MailOutcome.Deferred(MailFault.ConnectionLost));
        (await Server.FindAsync(mail.MessageId)).Should().BeEmpty();
    }

    [SmtpFact]
    public async Task A_mail_whose_answer_was_lost_is_the_same_mail_when_it_is_handed_over_again()
    {
        var mail = Mail();
        await using var proxy = new SmtpProxy((await Server.PortsAsync()).Plain, new SmtpFault(FaultAt.Answer, Connections: 1));
        await using var transport = Transport(Options(proxy.Port));

        (await transport.SendAsync(mail, Token)).Should().Be(new MailOutcome.Deferred(MailFault.AnswerLost));
        (await transport.SendAsync(mail, Token)).Should().Be(new MailOutcome.Accepted());

        (await Server.FindAsync(mail.MessageId)).Should().HaveCount(2).And.OnlyContain(delivered => delivered.Headers.Contains($"Message-Id: <{mail.MessageId}>"));
    }

    [Fact]
    public async Task A_server_that_does_not_run_is_unreachable()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        (await SendAsync(Options(port), Mail())).Should().Be(new MailOutcome.Stalled(MailFault.Unreachable));
    }

    [SmtpFact]
    public async Task Waiting_can_be_ended_and_the_transport_goes_on()
    {
        await using var proxy = new SmtpProxy((await Server.PortsAsync()).Plain, new SmtpFault(FaultAt.Rcpt, IsSilent: true, Connections: 1));
        var options = Options(proxy.Port);
        options.MaxConnections = 1;
        await using var transport = Transport(options);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(Token);

        var sending = transport.SendAsync(Mail(), ending.Token).AsTask();
        while (!proxy.Commands.Contains("RCPT"))
        {
            await Task.Yield();
        }

        await ending.CancelAsync();

        await sending.Awaiting(task => task).Should().ThrowAsync<OperationCanceledException>();
        (await transport.SendAsync(Mail(), Token)).Should().Be(new MailOutcome.Accepted());
    }

    [SmtpFact]
    public async Task Nothing_that_the_server_says_and_no_address_is_logged()
    {
        var port = (await Server.PortsAsync()).Plain;
        await SendAsync(Options(port), Mail("rcpt-421@example.nl"));
        await SendAsync(Options(port), Mail("rcpt-550@example.nl"));
        await SendAsync(Options(port), Mail("data-554@example.nl"));
        await SendAsync(Options(port), Mail("ann@example.nl\r\n"));

        var line = Log.Lines.Should().ContainSingle().Subject;
        line.Should().StartWith("Warning GDPR6301: ").And.Contain("ServerClosing").And.Contain("421").And.NotContain("rcpt-").And.NotContain("wanted").And.NotContain("example.nl");
    }

    private static MailOutcome.Stalled OrThisMail(MailFault fault) => new(fault) { MayBeOfMail = true };
}
