using NodaTime;
using NodaTime.Testing;

namespace GdprKit.Notices;

/// <summary>What tests of mails have in common.</summary>
public abstract class MailTest
{
    protected const string Sender = "privacy@shop.example";

    protected const string Ann = "ann@example.nl";

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    internal FakeClock Clock { get; } = new(Instant.FromUtc(2027, 3, 1, 9, 30));

    internal static SmtpOptions Options(int port, SmtpSecurity security = SmtpSecurity.UnencryptedOnThisMachine) => new()
    {
        Host = "127.0.0.1",
        Port = port,
        Security = security,
        From = Sender,
        FromName = "De Winkel",
        // Far more than a mail takes, and less than a test that hangs.
        ConnectTimeout = TimeSpan.FromSeconds(30),
        Timeout = TimeSpan.FromSeconds(30),
    };

    internal static NoticeMail Mail(string to = Ann, string text = "We vertellen u wat wij bewaren, en waarom.\nGroet, café De Winkel") => new()
    {
        MessageId = $"{Guid.CreateVersion7():N}@shop.example",
        To = to,
        Language = Language.Dutch,
        Subject = "Onze privacyverklaring is gewijzigd – lees wat er nieuw is",
        Text = text,
        Html = "<!doctype html>\n<html lang=\"nl\"><body><p>We vertellen u wat wij bewaren, en waarom.</p><p>Groet, café De Winkel</p></body></html>\n",
    };
}
