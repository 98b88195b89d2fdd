using CsCheck;
using MimeKit;

namespace GdprKit.Notices;

public sealed class HeaderInjectionTests : MailTest
{
    // What separates, ends, quotes and folds, between what does not.
    private static readonly Gen<string> Piece = Gen.OneOf(
        "a", "ann", "é", "ü", "語", "@", "@example.nl", "@bücher.example", ".", "-", "+", " ", "\t", "\r", "\n", "\r\n", "\r\n ", "\r\nBcc: piet@example.nl", "\0", "\u0085", "\u2028", "\u200b", "\ud800", "\udc00",
        "<", ">", "(", ")", "[", "]", ",", ";", ":", "\"", "\\", "=?utf-8?q?=0D=0A?=", "xn--", "%0d%0a");

    private static readonly Gen<string> Nasty =
        from local in Piece.List[1, 4]
        from domain in Gen.OneOf("", "@example.nl", "@bücher.example", "@example.nl")
        from end in Gen.OneOf(Gen.Const(""), Piece)
        select $"{string.Concat(local)}{domain}{end}";

    [Fact]
    public void Whatever_stands_for_an_address_a_message_has_one_recipient_and_the_same_headers() => Nasty.Sample(address =>
    {
        if (MailRecipient.Read(address) is { } to)
        {
            var written = Write(Mail(), to);
            written.To.Mailboxes.Should().ContainSingle();
            written.To.Mailboxes.Single().GetAddress(idnEncode: true).Should().Be(to.ToMailbox().GetAddress(idnEncode: true));
            Names(written).Should().Equal(Names(Write(Mail(), MailRecipient.Read(Ann)!)));
            (address.Contains('\r', StringComparison.Ordinal) || address.Contains('\n', StringComparison.Ordinal)).Should().BeFalse();
        }
    }, iter: 3_000);

    [Fact]
    public void An_address_of_any_form_that_is_allowed_is_written_as_it_is() =>
        Gen.Select(Gen.OneOf("ann", "josé", "a.b+c", "\"a b\"", "\"a\\\"b\""), Gen.OneOf("example.nl", "bücher.example", "sub.xn--bcher-kva.example")).Sample((local, domain) =>
        {
            var to = MailRecipient.Read($"{local}@{domain}")!;
            to.NeedsUtf8.Should().Be(local == "josé");
            Write(Mail(), to).To.Mailboxes.Single().Address.Should().StartWith($"{local}@");
        });

    [Fact]
    public void Whatever_the_subject_says_it_stays_in_its_header() => Gen.String.Sample(subject =>
    {
        if (!subject.Any(char.IsControl))
        {
            var written = Write(Mail() with { Subject = subject }, MailRecipient.Read(Ann)!);
            Names(written).Should().Equal(Names(Write(Mail(), MailRecipient.Read(Ann)!)));
        }
    }, iter: 1_000);

    private static IEnumerable<string> Names(MimeMessage message) => message.Headers.Concat(message.Body!.Headers).Select(header => header.Field);

    private MimeMessage Write(NoticeMail mail, MailRecipient to)
    {
        using var message = new MailComposer(new SmtpOptions { From = Sender, FromName = "De Winkel" }, Clock).Compose(mail, to);
        using var stream = new MemoryStream();
        message.WriteTo(MailComposer.FormatFor(to), stream, Token);
        stream.Position = 0;
        return MimeMessage.Load(stream, Token);
    }
}
