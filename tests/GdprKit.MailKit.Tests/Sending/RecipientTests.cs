namespace GdprKit.Notices;

public sealed class RecipientTests(SmtpServer server) : SmtpTest(server)
{
    public static TheoryData<string> Malformed =>
    [
        "",
        "   ",
        "ann",
        "@example.nl",
        "ann@",
        "ann@example",
        "ann@@example.nl",
        "ann@piet@example.nl",
        "ann@example.nl\r\n",
        "ann@example.nl\r\nRCPT TO:<piet@example.nl>",
        "ann\n@example.nl",
        "ann\0@example.nl",
        "ann@example.nl, piet@example.nl",
        "ann@example.nl;piet@example.nl",
        "Ann <ann@example.nl>",
        "<ann@example.nl>",
        "ann(home)@example.nl",
        "ann@(home)example.nl",
        "ann@example.nl (home)",
        "friends:ann@example.nl;",
        "ann smith@example.nl",
        "ann@exa mple.nl",
        "ann@example..nl",
        "ann@example.nl.",
        "ann@-example.nl",
        "ann@example.nl>",
        "ann@[192.0.2.1]",
        ".ann@example.nl",
        "ann.@example.nl",
        "an..n@example.nl",
        "\"ann@example.nl",
        "\"an\"n\"@example.nl",
        "\"ann\\\"@example.nl",
        "\"\"@example.nl",
        "\"ann\r\n\"@example.nl",
        "ann\u200b@example.nl",
        "ann\u2028@example.nl",
        "ann\ud800@example.nl",
        "ann@example\u2028.nl",
        $"{new string('a', 65)}@example.nl",
        $"{new string('é', 33)}@example.nl",
        $"ann@{new string('b', 64)}.nl",
        $"{new string('a', 60)}@{string.Join('.', Enumerable.Repeat(new string('b', 60), 4))}",
        $"{new string('a', 400)}",
    ];

    [SmtpTheory]
    [MemberData(nameof(Malformed))]
    public async Task What_is_no_address_is_refused_and_never_reaches_the_server(string address)
    {
        await using var proxy = new SmtpProxy((await Server.PortsAsync()).Plain);

        var outcome = await SendAsync(Options(proxy.Port), Mail(address));

        outcome.Should().Be(new MailOutcome.Refused(MailFault.AddressMalformed));
        proxy.Connections.Should().Be(0);
    }

    [SmtpTheory]
    [InlineData("ann@example.nl", "ann@example.nl")]
    [InlineData("  ann@example.nl  ", "ann@example.nl")]
    [InlineData("Ann.O'Neil+winkel/2=a@Mail.Example.NL", "Ann.O'Neil+winkel/2=a@mail.example.nl")]
    [InlineData("\"ann smith\"@example.nl", "\"ann smith\"@example.nl")]
    [InlineData("\"ann@home\"@example.nl", "\"ann@home\"@example.nl")]
    [InlineData("ann@bücher.example", "ann@xn--bcher-kva.example")]
    [InlineData("ann@xn--bcher-kva.example", "ann@xn--bcher-kva.example")]
    [InlineData("ann@例え.テスト", "ann@xn--r8jz45g.xn--zckzah")]
    public async Task An_address_is_told_to_the_server_in_ASCII_where_that_can_be(string address, string told)
    {
        var mail = Mail(address);

        var outcome = await SendAsync(Options((await Server.PortsAsync()).Plain), mail);

        outcome.Should().Be(new MailOutcome.Accepted());
        var delivered = (await Server.FindAsync(mail.MessageId)).Should().ContainSingle().Subject;
        delivered.To.Should().Equal(told);
        delivered.Options.Should().NotContain("SMTPUTF8");
        delivered.Headers.Should().Contain($"To: {told}");
    }

    [SmtpFact]
    public async Task A_local_part_in_other_letters_goes_to_a_server_that_carries_it()
    {
        var mail = Mail("josé@bücher.example");

        var outcome = await SendAsync(Options((await Server.PortsAsync()).Plain), mail);

        outcome.Should().Be(new MailOutcome.Accepted());
        var delivered = (await Server.FindAsync(mail.MessageId)).Should().ContainSingle().Subject;
        delivered.Options.Should().Contain("SMTPUTF8");
        delivered.To.Single().Should().StartWith("josé@");
    }

    [SmtpFact]
    public async Task A_local_part_in_other_letters_is_refused_where_the_server_cannot_carry_it()
    {
        var mail = Mail("josé@example.nl");

        var outcome = await SendAsync(Options((await Server.PortsAsync()).AsciiOnly), mail);

        outcome.Should().Be(new MailOutcome.Refused(MailFault.AddressNotSupported));
        (await Server.FindAsync(mail.MessageId)).Should().BeEmpty();
    }

    [SmtpFact]
    public async Task An_address_in_other_letters_leaves_the_next_one_as_it_is()
    {
        await using var proxy = new SmtpProxy((await Server.PortsAsync()).Plain);
        await using var transport = Transport(Options(proxy.Port));
        NoticeMail[] mails = [Mail(), Mail("josé@example.nl"), Mail("ann@bücher.example")];

        foreach (var mail in mails)
        {
            (await transport.SendAsync(mail, Token)).Should().Be(new MailOutcome.Accepted());
        }

        (await Server.FindAsync(mails[2].MessageId)).Single().To.Should().Equal("ann@xn--bcher-kva.example");
        proxy.Connections.Should().Be(3);
    }
}
