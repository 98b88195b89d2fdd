using System.Collections.Concurrent;
using System.Net.Security;
using GdprKit.Benchmarks.Measuring;
using GdprKit.Notices;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using NodaTime;
using NodaTime.Testing;

namespace GdprKit.Benchmarks.Mail;

/// <summary>Handing mails to a mail server, against a loop over the same number of connections that an expert would write with MailKit alone.</summary>
internal sealed class MailBenchmark(SmtpServer server, SmtpOptions options, int mails)
{
    private const double Asked = 0.8;

    private const string Html = "<!doctype html><html lang=\"nl\"><body><p>Onze privacyverklaring is gewijzigd. Lees wat er nieuw is: café De Winkel.</p></body></html>";

    private const string Text = "Onze privacyverklaring is gewijzigd. Lees wat er nieuw is: café De Winkel.";

    private const string Subject = "Onze privacyverklaring – wat er nieuw is";

    private static readonly Instant Now = Instant.FromUtc(2027, 3, 1, 9, 30);

    public static async Task<bool> RunAsync(int mails, int connections, Rounds rounds, CancellationToken cancellationToken)
    {
        if (!SmtpInstallation.IsInstalled)
        {
            throw new InvalidOperationException(SmtpInstallation.Missing);
        }

        await using var server = new SmtpServer();
        var ports = await server.PortsAsync();
        var authority = await server.AuthorityFileAsync();
        await Report.HeadAsync($"Mail, {mails:N0} mails over {connections} connections");
        var isRight = await AddAsync("without encryption", SmtpSecurity.UnencryptedOnThisMachine, ports.Plain);
        return await AddAsync("encrypted", SmtpSecurity.Tls, ports.Tls) && isRight;

        async Task<bool> AddAsync(string name, SmtpSecurity security, int port)
        {
            var options = new SmtpOptions
            {
                Host = "127.0.0.1",
                Port = port,
                Security = security,
                From = "privacy@shop.example",
                MaxConnections = connections,
                TrustedAuthorityFile = security is SmtpSecurity.Tls ? authority : null,
            };
            var benchmark = new MailBenchmark(server, options, mails);
            var outcome = await rounds.RunAsync(new Contest($"mail: {name}", Asked, benchmark.SendAsync, benchmark.SendByHandAsync), async _ => await server.ClearAsync(), cancellationToken);
            await Report.AddAsync(outcome);
            return outcome.IsRight;
        }
    }

    private async Task<string> SendAsync(CancellationToken cancellationToken)
    {
        await using (var transport = new SmtpNoticeTransport(options, new FakeClock(Now)))
        {
            await Parallel.ForEachAsync(
                Enumerable.Range(0, mails),
                new ParallelOptions { MaxDegreeOfParallelism = transport.MostAtOnce, CancellationToken = cancellationToken },
                async (number, token) => await transport.SendAsync(
                    new NoticeMail { MessageId = IdOf(number), To = AddressOf(number), Language = Language.Dutch, Subject = Subject, Text = Text, Html = Html },
                    token));
        }

        return $"{await server.ClearAsync()}";
    }

    private async Task<string> SendByHandAsync(CancellationToken cancellationToken)
    {
        var numbers = new ConcurrentQueue<int>(Enumerable.Range(0, mails));
        await Task.WhenAll(Enumerable.Range(0, options.MaxConnections).Select(async _ =>
        {
            using var client = new SmtpClient();
            // The certificate was made for this run, so no authority that the machine trusts issued it.
            client.ServerCertificateValidationCallback = (_, _, _, errors) => (errors & ~SslPolicyErrors.RemoteCertificateChainErrors) == SslPolicyErrors.None;
            await client.ConnectAsync(options.Host!, options.Port!.Value, options.Security is SmtpSecurity.Tls ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.None, cancellationToken);
            while (numbers.TryDequeue(out var number))
            {
                using var message = new MimeMessage();
                message.MessageId = IdOf(number);
                message.From.Add(new MailboxAddress("", options.From!));
                message.To.Add(new MailboxAddress("", AddressOf(number)));
                message.Subject = Subject;
                message.Headers.Add("Auto-Submitted", "auto-generated");
                message.Body = new BodyBuilder { TextBody = Text, HtmlBody = Html }.ToMessageBody();
                await client.SendAsync(message, cancellationToken);
            }

            await client.DisconnectAsync(quit: true, cancellationToken);
        }));
        return $"{await server.ClearAsync()}";
    }

    private static string IdOf(int number) => $"delivery-{number}@shop.example";

    private static string AddressOf(int number) => $"contact{number}@example.nl";
}
