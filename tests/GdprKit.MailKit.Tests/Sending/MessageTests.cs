using System.Globalization;
using MimeKit;

namespace GdprKit.Notices;

public sealed class MessageTests(SmtpServer server) : SmtpTest(server)
{
    [SmtpFact]
    public async Task A_mail_arrives_as_text_and_html_that_say_what_was_given()
    {
        var mail = Mail();

        var outcome = await SendAsync(Options((await Server.PortsAsync()).Plain), mail);

        outcome.Should().Be(new MailOutcome.Accepted());
        var delivered = (await Server.FindAsync(mail.MessageId)).Should().ContainSingle().Subject;
        delivered.From.Should().Be(Sender);
        delivered.To.Should().Equal(Ann);
        using var message = await MimeMessage.LoadAsync(new MemoryStream(delivered.Content), Token);
        message.Subject.Should().Be(mail.Subject);
        message.From.ToString().Should().Be($"\"De Winkel\" <{Sender}>");
        message.To.ToString().Should().Be(Ann);
        message.Date.ToString("O", CultureInfo.InvariantCulture).Should().Be("2027-03-01T09:30:00.0000000+00:00");
        var parts = message.Body.Should().BeOfType<MultipartAlternative>().Subject.Cast<TextPart>().ToList();
        parts.Select(part => part.ContentType.MimeType).Should().Equal("text/plain", "text/html");
        parts.Select(part => part.ContentType.Charset).Should().AllBe("utf-8");
        parts.Select(part => part.Text.ReplaceLineEndings("\n")).Should().Equal(mail.Text, mail.Html);
    }

    [SmtpFact]
    public async Task A_mail_says_its_language_and_that_no_machine_is_to_answer_and_nothing_else()
    {
        var mail = Mail();
        var options = Options((await Server.PortsAsync()).Plain);
        options.ReplyTo = "vragen@shop.example";
        options.BouncesTo = "bounces@shop.example";

        await SendAsync(options, mail);

        var delivered = (await Server.FindAsync(mail.MessageId)).Single();
        delivered.From.Should().Be("bounces@shop.example");
        delivered.Headers.Where(header => !header.StartsWith("Subject:", StringComparison.Ordinal) && !header.StartsWith("Content-Type:", StringComparison.Ordinal)).Should().BeEquivalentTo(
            $"Message-Id: <{mail.MessageId}>",
            "Date: Mon, 01 Mar 2027 09:30:00 +0000",
            $"From: De Winkel <{Sender}>",
            $"To: {Ann}",
            "Reply-To: vragen@shop.example",
            "MIME-Version: 1.0",
            "Content-Language: nl",
            "Auto-Submitted: auto-generated",
            "X-Auto-Response-Suppress: DR, RN, NRN, OOF, AutoReply");
    }

    [SmtpFact]
    public async Task A_text_that_looks_like_the_end_of_a_message_ends_none()
    {
        var mail = Mail(text: $"een\r\n.\r\nMAIL FROM:<{Sender}>\r\nRCPT TO:<{Ann}>\r\nDATA\r\n..twee\n.\ndrie\r.\rvier");

        var outcome = await SendAsync(Options((await Server.PortsAsync()).Plain), mail);

        outcome.Should().Be(new MailOutcome.Accepted());
        var delivered = (await Server.FindAsync(mail.MessageId)).Should().ContainSingle().Subject;
        using var message = await MimeMessage.LoadAsync(new MemoryStream(delivered.Content), Token);
        message.TextBody!.ReplaceLineEndings("\n").Should().Be(mail.Text.ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("een\r\nBcc: iemand@example.nl")]
    [InlineData("een\ntwee")]
    [InlineData("een\0twee")]
    public async Task A_subject_that_would_break_the_header_is_a_broken_template(string subject)
    {
        await using var transport = Transport(Options(1));

        var sending = async () => await transport.SendAsync(Mail() with { Subject = subject }, Token);

        (await sending.Should().ThrowAsync<ArgumentException>()).Which.Message.Should().StartWith("GDPR1351: ").And.NotContain(Ann);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no-domain")]
    [InlineData("<id@shop.example>")]
    [InlineData("id@shop.example\n")]
    [InlineData("id@shop.example>\r\nBcc: iemand@example.nl")]
    [InlineData("a b@shop.example")]
    public async Task An_id_that_would_break_the_header_is_a_broken_program(string messageId)
    {
        await using var transport = Transport(Options(1));

        var sending = async () => await transport.SendAsync(Mail() with { MessageId = messageId }, Token);

        (await sending.Should().ThrowAsync<ArgumentException>()).Which.Message.Should().StartWith("GDPR1350: ").And.NotContain(Ann);
    }
}
