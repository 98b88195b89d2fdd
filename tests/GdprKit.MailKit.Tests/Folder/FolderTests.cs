using MimeKit;

namespace GdprKit.Notices;

public sealed class FolderTests : MailTest, IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName(), "mails");

    private readonly RecordedLog<FolderNoticeTransport> _log = new();

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_folder)!, recursive: true);

    [Fact]
    public async Task A_mail_is_one_file_that_a_mail_program_opens_under_a_name_that_says_nothing()
    {
        var mail = Mail();

        (await Transport().SendAsync(mail, Token)).Should().Be(new MailOutcome.Accepted());

        var file = Directory.GetFiles(_folder).Should().ContainSingle().Subject;
        Path.GetFileName(file).Should().MatchRegex("^[0-9a-f]{32}\\.eml$");
        using var message = await MimeMessage.LoadAsync(file, Token);
        message.MessageId.Should().Be(mail.MessageId);
        message.To.ToString().Should().Be(Ann);
        message.From.ToString().Should().Be("\"De Winkel\" <privacy@shop.example>");
        message.TextBody!.ReplaceLineEndings("\n").Should().Be(mail.Text);
        message.HtmlBody!.ReplaceLineEndings("\n").Should().Be(mail.Html);
    }

    [Fact]
    public async Task The_same_id_takes_the_place_of_the_file_and_another_id_does_not()
    {
        var transport = Transport();
        var mail = Mail();

        await transport.SendAsync(mail, Token);
        await transport.SendAsync(mail with { Text = "Opnieuw." }, Token);
        await transport.SendAsync(Mail(), Token);
        await transport.SendAsync(mail with { MessageId = mail.MessageId.ToUpperInvariant() }, Token);

        var files = Directory.GetFiles(_folder);
        files.Should().HaveCount(3);
        var texts = await Task.WhenAll(files.Select(async file => (await MimeMessage.LoadAsync(file, Token)).TextBody!.Trim()));
        texts.Should().ContainSingle(text => text == "Opnieuw.");
    }

    [Fact]
    public async Task A_hundred_mails_at_once_are_a_hundred_whole_files()
    {
        var transport = Transport();
        NoticeMail[] mails = [.. Enumerable.Range(0, 100).Select(_ => Mail())];

        // Each one twice, as two workers might that do not know of each other.
        await Task.WhenAll(mails.Concat(mails).Select(mail => transport.SendAsync(mail, Token).AsTask()));

        var messages = await Task.WhenAll(Directory.GetFiles(_folder).Select(file => MimeMessage.LoadAsync(file, Token)));
        messages.Select(message => message.MessageId).Should().BeEquivalentTo(mails.Select(mail => mail.MessageId));
        messages.Should().OnlyContain(message => message.HtmlBody!.EndsWith("</html>\r\n", StringComparison.Ordinal) || message.HtmlBody!.EndsWith("</html>\n", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_reads_a_file_while_it_is_replaced_never_sees_half_of_one()
    {
        var transport = Transport();
        var mail = Mail();
        await transport.SendAsync(mail, Token);
        var file = Directory.GetFiles(_folder).Single();

        var writing = ReplaceAsync();
        var reads = 0;
        while (!writing.IsCompleted || reads == 0)
        {
            (await File.ReadAllTextAsync(file, Token)).TrimEnd().Should().EndWith("--");
            reads++;
        }

        await writing;

        async Task ReplaceAsync()
        {
            for (var time = 0; time < 50; time++)
            {
                await transport.SendAsync(mail, Token);
            }
        }
    }

    [Fact]
    public async Task What_is_no_address_is_refused_and_nothing_is_written()
    {
        Directory.CreateDirectory(_folder);

        (await Transport().SendAsync(Mail("ann@example.nl\r\nBcc: piet@example.nl"), Token)).Should().Be(new MailOutcome.Refused(MailFault.AddressMalformed));

        Directory.GetFiles(_folder).Should().BeEmpty();
    }

    [Fact]
    public async Task Without_a_sender_one_is_made_up()
    {
        var transport = new FolderNoticeTransport(new SmtpOptions { Folder = _folder }, Clock);

        await transport.SendAsync(Mail("josé@example.nl"), Token);

        using var message = await MimeMessage.LoadAsync(Directory.GetFiles(_folder).Single(), Token);
        message.From.ToString().Should().Be("privacy@localhost.invalid");
        message.To.Mailboxes.Single().Address.Should().Be("josé@example.nl");
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_stops_all_mails_and_is_logged_without_an_address()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder)!);
        await File.WriteAllTextAsync(_folder, "no folder", Token);

        (await Transport().SendAsync(Mail(), Token)).Should().Be(new MailOutcome.Stalled(MailFault.Unreachable));

        _log.Lines.Should().ContainSingle().Which.Should().StartWith("Warning GDPR6302: ").And.NotContain(Ann);
    }

    [Fact]
    public async Task Work_that_is_ended_leaves_nothing_behind()
    {
        Directory.CreateDirectory(_folder);
        using var ended = new CancellationTokenSource();
        await ended.CancelAsync();

        var sending = async () => await Transport().SendAsync(Mail(), ended.Token);

        await sending.Should().ThrowAsync<OperationCanceledException>();
        Directory.GetFiles(_folder).Should().BeEmpty();
    }

    private FolderNoticeTransport Transport() => new(new SmtpOptions { Folder = _folder, From = Sender, FromName = "De Winkel" }, Clock, _log);
}
