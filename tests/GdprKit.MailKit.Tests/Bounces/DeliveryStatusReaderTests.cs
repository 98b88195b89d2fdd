using System.Text;

namespace GdprKit.Notices;

/// <summary>Reports of failed deliveries, in the shapes that mail servers give them (RFC 3464, 6522).</summary>
public sealed class DeliveryStatusReaderTests
{
    private const string Id = "0123456789abcdef@shop.example";

    public static TheoryData<string, string, string> Shapes => new()
    {
        // The whole mail comes back, or its headers only; fields have odd cases and comments.
        { "Action: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 5.1.1 no such user", "message/rfc822", "a whole mail" },
        { "Action: failed\r\nStatus: 5.1.1 (bad mailbox)\r\nRemote-MTA: dns; mx.example.org", "text/rfc822-headers", "headers" },
        { "action: FAILED\r\nstatus: 5.0.0", "text/rfc822-headers; charset=us-ascii", "other cases" },
        { "Action: failed\r\nStatus: 4.4.1\r\nLast-Attempt-Date: Thu, 26 Nov 2026 10:00:00 +0100", "message/rfc822", "given up after trying" },
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task A_failure_is_permanent_and_names_the_mail(string recipient, string returned, string shape)
    {
        _ = shape;

        (await ReadAsync(Report(recipient, returned))).Should().Be(new MailBounce(Id, IsPermanent: true));
    }

    [Fact]
    public async Task A_delay_is_not_permanent() =>
        (await ReadAsync(Report("Action: delayed\r\nStatus: 4.4.1\r\nWill-Retry-Until: Mon, 30 Nov 2026 10:00:00 +0100"))).Should().Be(new MailBounce(Id, IsPermanent: false));

    [Theory]
    [InlineData("delivered")]
    [InlineData("relayed")]
    [InlineData("expanded")]
    [InlineData("unheard-of")]
    public async Task What_says_of_no_failure_is_no_bounce(string action) =>
        (await ReadAsync(Report($"Action: {action}\r\nStatus: 2.0.0"))).Should().BeNull();

    [Fact]
    public async Task A_report_that_does_not_say_of_which_mail_is_passed_over() =>
        (await ReadAsync(Report("Action: failed\r\nStatus: 5.1.1").Replace($"Message-ID: <{Id}>\r\n", "", StringComparison.Ordinal))).Should().BeNull();

    [Fact]
    public async Task Words_for_people_are_not_taken_for_a_report()
    {
        var answer = $"From: ann@example.org\r\nTo: bounces@shop.example\r\nSubject: Undelivered\r\nIn-Reply-To: <{Id}>\r\n\r\nAction: failed\r\nStatus: 5.1.1\r\nMessage-ID: <{Id}>\r\n";

        (await ReadAsync(answer)).Should().BeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("\0\u0001\u0002")]
    [InlineData("Content-Type: multipart/report; report-type=delivery-status\r\n\r\n")]
    [InlineData("Content-Type: multipart/report; boundary=x; report-type=delivery-status\r\n\r\n--x\r\nContent-Type: message/delivery-status\r\n\r\n--x--\r\n")]
    public async Task Rubbish_is_no_report(string message) => (await ReadAsync(message)).Should().BeNull();

    [Fact]
    public async Task A_report_that_was_cut_off_anywhere_breaks_nothing()
    {
        var report = Report("Action: failed\r\nStatus: 5.1.1");

        for (var length = 0; length < report.Length; length += 13)
        {
            var bounce = await ReadAsync(report[..length]);
            (bounce is null || Id.StartsWith(bounce.MessageId, StringComparison.Ordinal)).Should().BeTrue();
        }
    }

    private static async Task<MailBounce?> ReadAsync(string message)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(message));
        return await new DeliveryStatusReader().ReadAsync(stream, Token);
    }

    private static string Report(string recipient, string returned = "message/rfc822") => string.Join(
        "\r\n",
        "Return-Path: <>",
        "From: \"Mail system\" <postmaster@mx.shop.example>",
        "To: bounces@shop.example",
        "Subject: Your mail could not be delivered",
        "Auto-Submitted: auto-replied",
        "MIME-Version: 1.0",
        "Content-Type: multipart/report; report-type=delivery-status; boundary=\"part/7\"",
        "",
        "This part is for programs without MIME.",
        "--part/7",
        "Content-Type: text/plain; charset=utf-8",
        "",
        "Sorry, your mail to ann@example.org did not arrive.",
        "",
        "--part/7",
        "Content-Type: message/delivery-status",
        "",
        "Reporting-MTA: dns; mx.shop.example",
        "Arrival-Date: Thu, 26 Nov 2026 09:30:00 +0100",
        "",
        "Original-Recipient: rfc822;ann@example.org",
        "Final-Recipient: rfc822; ann@example.org",
        recipient,
        "",
        "--part/7",
        $"Content-Type: {returned}",
        "",
        "From: The Shop <info@shop.example>",
        "To: ann@example.org",
        "Subject: How we handle your data",
        $"Message-ID: <{Id}>",
        "Content-Type: text/plain",
        "",
        "We keep data about you.",
        "",
        "--part/7--",
        "");
}
