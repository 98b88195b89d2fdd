using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace GdprKit.Notices;

/// <summary>
/// Writes mails about privacy notices into a folder instead of sending them, one <c>.eml</c> file for each, which any mail program opens. Names of files say
/// nothing about anybody; what stands in the files does, so the folder is no public one.
/// </summary>
/// <remarks>
/// A mail is on the disk whole before it is said to be accepted, or not there at all; the same id again takes its place. Safe for use by several
/// threads and processes.
/// </remarks>
public sealed partial class FolderNoticeTransport : INoticeTransport
{
    private const int LettersOfName = 32;

    // What is said to be accepted is on the disk, whatever happens to the machine.
    private static readonly FileStreamOptions OnDisk = new()
    {
        Mode = FileMode.CreateNew,
        Access = FileAccess.Write,
        BufferSize = 0,
        Options = FileOptions.WriteThrough | FileOptions.Asynchronous,
    };

    private readonly MailComposer _composer;
    private readonly ILogger<FolderNoticeTransport>? _logger;

    /// <summary>Makes a transport.</summary>
    /// <param name="options">The folder, which is made when it is not there, and from whom the mails come.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="logger">Where it is logged that the folder cannot be written.</param>
    public FolderNoticeTransport(SmtpOptions options, IClock clock, ILogger<FolderNoticeTransport>? logger = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(clock);
        FolderPath = options.FullFolder();
        _composer = new MailComposer(options, clock);
        _logger = logger;
    }

    /// <summary>The folder, an absolute path.</summary>
    public string FolderPath { get; }

    /// <summary>4: files are written while others reach the disk.</summary>
    public int MostAtOnce => 4;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">GDPR1350, GDPR1351: the id or the subject of the mail would break its header.</exception>
    /// <exception cref="OperationCanceledException">The work was ended; nothing was written.</exception>
    public async ValueTask<MailOutcome> SendAsync(NoticeMail mail, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mail);
        if (MailRecipient.Read(mail.To) is not { } to)
        {
            return new MailOutcome.Refused(MailFault.AddressMalformed);
        }

        using var message = _composer.Compose(mail, to);
        using var written = new MemoryStream();
        await message.WriteToAsync(MailComposer.FormatFor(to), written, cancellationToken).ConfigureAwait(false);
        try
        {
            await PutAsync(NameOf(mail.MessageId), written.GetBuffer().AsMemory(0, (int)written.Length), cancellationToken).ConfigureAwait(false);
            return new MailOutcome.Accepted();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            if (_logger is not null)
            {
                CannotWrite(_logger, MailMessages.FolderUnwritable, FolderPath, exception);
            }

            return new MailOutcome.Stalled(MailFault.Unreachable);
        }
    }

    // Ids of mails may be anything that a host makes, and a file system need not tell large letters from small ones.
    private static string NameOf(string messageId) => $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(messageId)))[..LettersOfName]}.eml";

    private async Task PutAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var path = Path.Combine(Directory.CreateDirectory(FolderPath).FullName, name);
        // Under another name first: whoever opens mails never sees half of one.
        var part = $"{path}.{Path.GetRandomFileName()}.part";
        try
        {
            var file = new FileStream(part, OnDisk);
            await using (file.ConfigureAwait(false))
            {
                await file.WriteAsync(content, cancellationToken).ConfigureAwait(false);
            }

            File.Move(part, path, overwrite: true);
        }
        finally
        {
            File.Delete(part);
        }
    }

    [LoggerMessage(6302, LogLevel.Warning, "{Id}: mails cannot be written into the folder {Folder}. Give the application a folder that it may write, on a disk with room; mails that wait are not lost.")]
    private static partial void CannotWrite(ILogger logger, string id, string folder, Exception exception);
}
