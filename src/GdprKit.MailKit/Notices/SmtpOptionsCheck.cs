using System.Net;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GdprKit.Notices;

/// <summary>Refuses options with which no mail would go, or not safely; says so where mails are written into a folder.</summary>
internal sealed partial class SmtpOptionsCheck(ILogger<SmtpNoticeTransport>? logger = null) : IValidateOptions<SmtpOptions>
{
    private const int MostConnections = 100;

    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    private int _isSaid;

    public ValidateOptionsResult Validate(string? name, SmtpOptions options)
    {
        string[] faults = [.. options.HasServer() ? FaultsOfServer(options).Concat(FaultsOfLimits(options)) : FaultsOfFolder(options), .. FaultsOfAddresses(options)];
        if (faults.Length > 0)
        {
            return ValidateOptionsResult.Fail(faults);
        }

        // Options are made, and so judged, once for the start and once for who asks for them.
        if (!options.HasServer() && logger is not null && Interlocked.Exchange(ref _isSaid, 1) == 0)
        {
            NoServer(logger, MailMessages.NoServer, options.FullFolder());
        }

        return ValidateOptionsResult.Success;
    }

    private static IEnumerable<string> FaultsOfServer(SmtpOptions options)
    {
        if (Uri.CheckHostName(options.Host) is UriHostNameType.Unknown)
        {
            yield return $"{MailMessages.HostMalformed}: Host is no name of a server and no IP address. Write it without a scheme and a port: smtp.example.nl.";
        }

        if (options.Port is < 1 or > ushort.MaxValue)
        {
            yield return $"{MailMessages.PortOutside}: Port is {options.Port}. Use a port from 1 to 65535, or leave it out.";
        }

        if (!Enum.IsDefined(options.Security))
        {
            yield return $"{MailMessages.NoSuchSecurity}: Security is none that there is. Use one of {string.Join(", ", Enum.GetNames<SmtpSecurity>())}.";
        }

        if (options.Security is SmtpSecurity.UnencryptedOnThisMachine && !IsThisMachine(options.Host!))
        {
            yield return $"{MailMessages.UnencryptedElsewhere}: mails would leave this machine without encryption. Use Tls or StartTls; or UnencryptedOnTrustedNetwork, and answer for who can listen there.";
        }

        if (options.Security is SmtpSecurity.UnencryptedOnTrustedNetwork && options.SignsIn())
        {
            yield return $"{MailMessages.PasswordUnencrypted}: a password would go over a network without encryption. Use Tls or StartTls, or leave UserName and Password out.";
        }

        if (options.SignsIn() == string.IsNullOrEmpty(options.Password))
        {
            yield return $"{MailMessages.CredentialsIncomplete}: of UserName and Password one is missing. Give both, or neither.";
        }

        if (options.TrustedAuthorityFile is not null && !IsReadable(options))
        {
            yield return $"{MailMessages.AuthorityUnreadable}: TrustedAuthorityFile cannot be read, or holds no certificate. Give a PEM file with the certificates of your authority.";
        }
    }

    private static IEnumerable<string> FaultsOfLimits(SmtpOptions options)
    {
        if (options.MaxConnections is < 1 or > MostConnections)
        {
            yield return $"{MailMessages.ConnectionsOutside}: MaxConnections is {options.MaxConnections}. Use 1 to {MostConnections}; most servers allow no more than 10.";
        }

        if (!IsWait(options.ConnectTimeout) || !IsWait(options.Timeout))
        {
            yield return $"{MailMessages.TimeoutOutside}: ConnectTimeout or Timeout is no time, or more than an hour. Use 30 seconds to connect and 10 minutes for an answer, or leave them out.";
        }
    }

    private static IEnumerable<string> FaultsOfAddresses(SmtpOptions options)
    {
        if (options.HasServer() || !string.IsNullOrWhiteSpace(options.From) ? !IsAddress(options.From) : options.FromName is not null && options.FromName.Any(char.IsControl))
        {
            yield return $"{MailMessages.SenderMalformed}: From is missing or no address. Give one address without a name, of ASCII letters before the '@': privacy@example.nl.";
        }
        else if (options.FromName is { } name && name.Any(char.IsControl))
        {
            yield return $"{MailMessages.SenderMalformed}: FromName holds a line break or another control character. Write the name on one line.";
        }

        if ((!string.IsNullOrWhiteSpace(options.ReplyTo) && !IsAddress(options.ReplyTo)) || (!string.IsNullOrWhiteSpace(options.BouncesTo) && !IsAddress(options.BouncesTo)))
        {
            yield return $"{MailMessages.AnswersMalformed}: ReplyTo or BouncesTo is no address. Give one address without a name, of ASCII letters before the '@', or leave it out.";
        }
    }

    private static IEnumerable<string> FaultsOfFolder(SmtpOptions options) => string.IsNullOrWhiteSpace(options.Folder)
        ? [$"{MailMessages.NoFolder}: there is neither a mail server nor a folder. Set Host, or Folder."]
        : [];

    private static bool IsAddress(string? text) => MailRecipient.Read(text) is { NeedsUtf8: false };

    private static bool IsWait(TimeSpan wait) => wait > TimeSpan.Zero && wait <= LongestWait;

    private static bool IsThisMachine(string host) => host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    private static bool IsReadable(SmtpOptions options)
    {
        try
        {
            return CertificateTrust.ReadAuthorities(options).Count > 0;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException)
        {
            return false;
        }
    }

    [LoggerMessage(6300, LogLevel.Information, "{Id}: no mail server is configured, so mails are not sent but written into the folder {Folder}. Set Host to send them.")]
    private static partial void NoServer(ILogger logger, string id, string folder);
}
