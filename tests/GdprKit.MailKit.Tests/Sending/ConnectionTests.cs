using NodaTime;

namespace GdprKit.Notices;

public sealed class ConnectionTests(SmtpServer server) : SmtpTest(server)
{
    [SmtpFact]
    public async Task Two_hundred_mails_at_once_arrive_once_each_over_four_connections()
    {
        await using var proxy = new SmtpProxy((await Server.PortsAsync()).Plain);
        await using var transport = Transport(Options(proxy.Port));
        NoticeMail[] mails = [.. Enumerable.Range(0, 200).Select(number => Mail($"contact{number}@example.nl"))];

        var outcomes = await Task.WhenAll(mails.Select(mail => transport.SendAsync(mail, Token).AsTask()));

        outcomes.Should().OnlyContain(outcome => outcome is MailOutcome.Accepted);
        transport.MostAtOnce.Should().Be(4);
        proxy.Connections.Should().Be(4);
        foreach (var mail in mails)
        {
            (await Server.FindAsync(mail.MessageId)).Should().ContainSingle().Which.To.Should().Equal(mail.To);
        }
    }

    [SmtpFact]
    public async Task Mails_one_after_the_other_go_over_one_connection_also_after_some_were_refused()
    {
        await using var proxy = new SmtpProxy((await Server.PortsAsync()).Plain);
        await using var transport = Transport(Options(proxy.Port));

        foreach (var address in (string[])[Ann, "rcpt-550@example.nl", Ann, "rcpt-450@example.nl", Ann, "data-554@example.nl", Ann])
        {
            var outcome = await transport.SendAsync(Mail(address), Token);
            (outcome is MailOutcome.Accepted).Should().Be(address == Ann);
        }

        proxy.Connections.Should().Be(1);
    }

    [SmtpFact]
    public async Task A_connection_that_the_server_closed_meanwhile_is_replaced()
    {
        await using var proxy = new SmtpProxy((await Server.PortsAsync()).Plain);
        await using var transport = Transport(Options(proxy.Port));
        await transport.SendAsync(Mail(), Token);
        await proxy.DropAllAsync();
        var mail = Mail();

        (await transport.SendAsync(mail, Token)).Should().Be(new MailOutcome.Accepted());

        (await Server.FindAsync(mail.MessageId)).Should().ContainSingle();
        proxy.Connections.Should().Be(2);
        Log.Lines.Should().BeEmpty();
    }

    [SmtpTheory]
    [InlineData("421 enough mails for one connection")]
    [InlineData(null)]
    public async Task A_server_that_closes_a_connection_between_two_mails_gets_the_second_over_another(string? reply)
    {
        await using var proxy = new SmtpProxy((await Server.PortsAsync()).Plain, new SmtpFault(FaultAt.Mail, reply, Connections: 1, After: 1));
        await using var transport = Transport(Options(proxy.Port));
        await transport.SendAsync(Mail(), Token);
        var mail = Mail();

        (await transport.SendAsync(mail, Token)).Should().Be(new MailOutcome.Accepted());

        (await Server.FindAsync(mail.MessageId)).Should().ContainSingle();
        proxy.Connections.Should().Be(2);
        Log.Lines.Should().BeEmpty();
    }

    [SmtpFact]
    public async Task A_connection_that_ends_after_a_mail_has_begun_is_not_tried_again()
    {
        await using var proxy = new SmtpProxy((await Server.PortsAsync()).Plain, new SmtpFault(FaultAt.Rcpt, Connections: 1, After: 1));
        await using var transport = Transport(Options(proxy.Port));
        await transport.SendAsync(Mail(), Token);

        (await transport.SendAsync(Mail(), Token)).Should().Be(new MailOutcome.Stalled(MailFault.Unreachable) { MayBeOfMail = true });

        proxy.Connections.Should().Be(1);
    }

    [SmtpFact]
    public async Task A_connection_that_was_silent_is_asked_first_and_replaced_when_it_does_not_answer()
    {
        await using var proxy = new SmtpProxy((await Server.PortsAsync()).Plain, new SmtpFault(FaultAt.Noop, Reply: "421 too long without a word", Connections: 1));
        await using var transport = Transport(Options(proxy.Port));
        await transport.SendAsync(Mail(), Token);
        await transport.SendAsync(Mail(), Token);
        proxy.Commands.Should().NotContain("NOOP");

        Clock.Advance(Duration.FromSeconds(6));
        (await transport.SendAsync(Mail(), Token)).Should().Be(new MailOutcome.Accepted());
        Clock.Advance(Duration.FromSeconds(6));
        (await transport.SendAsync(Mail(), Token)).Should().Be(new MailOutcome.Accepted());

        proxy.Commands.Count(command => command == "NOOP").Should().Be(2);
        proxy.Connections.Should().Be(2);
    }

    [SmtpFact]
    public async Task A_connection_is_not_used_for_ever()
    {
        await using var proxy = new SmtpProxy((await Server.PortsAsync()).Plain);
        await using var transport = Transport(Options(proxy.Port));
        await transport.SendAsync(Mail(), Token);
        Clock.Advance(Duration.FromMinutes(11));

        (await transport.SendAsync(Mail(), Token)).Should().Be(new MailOutcome.Accepted());

        proxy.Connections.Should().Be(2);
        proxy.Commands.Should().Contain("QUIT");
    }

    [SmtpFact]
    public async Task Disposing_takes_leave_of_the_server()
    {
        await using var proxy = new SmtpProxy((await Server.PortsAsync()).Plain);
        var transport = Transport(Options(proxy.Port));
        await transport.SendAsync(Mail(), Token);

        await transport.DisposeAsync();
        await transport.DisposeAsync();

        await proxy.AllClosedAsync();
        proxy.Commands.Should().EndWith("QUIT");
        var sending = async () => await transport.SendAsync(Mail(), Token);
        await sending.Should().ThrowAsync<ObjectDisposedException>();
    }

    [SmtpFact]
    public async Task Disposing_at_once_closes_the_connections()
    {
        await using var proxy = new SmtpProxy((await Server.PortsAsync()).Plain);
        using (var transport = Transport(Options(proxy.Port)))
        {
            await transport.SendAsync(Mail(), Token);
        }

        await proxy.AllClosedAsync();
        proxy.Commands.Should().NotContain("QUIT");
    }
}
