using System.Text.RegularExpressions;
using MimeKit;
using NodaTime;

namespace GdprKit.Notices;

/// <summary>Writes mails as MIME messages: text and HTML that say the same, and nothing else.</summary>
internal sealed partial class MailComposer(SmtpOptions options, IClock clock)
{
    // RFC 5322 demands one; in a folder nobody answers to it.
    private const string NoSender = "privacy@localhost.invalid";

    // Automatic answers of Microsoft Exchange; reports of mails that could not be delivered are wanted, and so not in the list.
    private const string SuppressedAnswers = "DR, RN, NRN, OOF, AutoReply";

    /// <exception cref="ArgumentException">GDPR1350, GDPR1351: id or subject would break the header.</exception>
    public MimeMessage Compose(NoticeMail mail, MailRecipient to)
    {
        if (!MessageId().IsMatch(mail.MessageId))
        {
            throw new ArgumentException($"{MailMessages.MessageIdMalformed}: the id of a mail is not 'id@domain'. Use letters, digits, dots and hyphens around one '@', at most 200 characters, without angle brackets (RFC 5322, 3.6.4).", nameof(mail));
        }

        if (mail.Subject.Any(char.IsControl))
        {
            throw new ArgumentException($"{MailMessages.SubjectOfSeveralLines}: the subject of mail {mail.MessageId} holds a line break or another control character. Write it on one line.", nameof(mail));
        }

        var message = new MimeMessage
        {
            MessageId = mail.MessageId,
            Date = clock.GetCurrentInstant().ToDateTimeOffset(),
            Subject = mail.Subject,
            Body = new MultipartAlternative { PartOf("plain", mail.Text), PartOf("html", mail.Html) },
        };
        message.Body.Headers.Add("Content-Language", mail.Language.Code);
        message.From.Add((MailRecipient.Read(options.From) ?? MailRecipient.Read(NoSender)!).ToMailbox(options.FromName));
        message.To.Add(to.ToMailbox());
        if (MailRecipient.Read(options.ReplyTo) is { } replies)
        {
            message.ReplyTo.Add(replies.ToMailbox());
        }

        // RFC 3834, 5: an answering machine leaves it alone.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Headers.Add("X-Auto-Response-Suppress", SuppressedAnswers);
        return message;
    }

    /// <summary>The sender of the envelope.</summary>
    public MailboxAddress EnvelopeSender() => MailRecipient.Read(string.IsNullOrWhiteSpace(options.BouncesTo) ? options.From : options.BouncesTo)!.ToMailbox();

    /// <summary>How the message of a recipient is written: in other letters than ASCII only where there is no other way.</summary>
    public static FormatOptions FormatFor(MailRecipient to)
    {
        var format = FormatOptions.Default.Clone();
        format.International = to.NeedsUtf8;
        format.NewLineFormat = NewLineFormat.Dos;
        return format;
    }

    // Quoted-printable passes through every server unchanged, and people can read its source.
    private static TextPart PartOf(string kind, string text) => new(kind)
    {
        Text = text,
        ContentTransferEncoding = ContentEncoding.QuotedPrintable,
    };

    [GeneratedRegex(@"^(?=.{3,200}\z)[A-Za-z0-9_+=~-]+(\.[A-Za-z0-9_+=~-]+)*@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*\z")]
    private static partial Regex MessageId();
}
