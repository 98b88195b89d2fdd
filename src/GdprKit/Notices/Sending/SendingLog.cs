using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace GdprKit.Notices;

/// <summary>
/// Tells an operator of one run where the program failed, each kind of fault once. What an exception says is left out, because code of the host may quote
/// the row that it failed on.
/// </summary>
/// <param name="logger">Where it is told; <see langword="null"/> for nowhere.</param>
internal sealed partial class SendingLog(ILogger? logger)
{
    private readonly ConcurrentDictionary<(string Id, Type? Type), bool> _told = [];

    public void MailNotWritten(Exception exception)
    {
        if (logger is not null && _told.TryAdd((NoticeMessages.MailNotWrittenLogged, exception.GetType()), true))
        {
            MailNotWritten(logger, NoticeMessages.MailNotWrittenLogged, exception.GetType(), exception.StackTrace);
        }
    }

    public void TransportFailed(Exception exception)
    {
        if (logger is not null && _told.TryAdd((NoticeMessages.TransportFailedLogged, exception.GetType()), true))
        {
            TransportFailed(logger, NoticeMessages.TransportFailedLogged, exception.GetType(), exception.StackTrace);
        }
    }

    public void AddressUnreadable()
    {
        if (logger is not null && _told.TryAdd((NoticeMessages.AddressUnreadableLogged, null), true))
        {
            AddressUnreadable(logger, NoticeMessages.AddressUnreadableLogged);
        }
    }

    public void Unidentified(long rows)
    {
        if (logger is not null && rows > 0 && _told.TryAdd((NoticeMessages.UnidentifiedLogged, null), true))
        {
            Unidentified(logger, NoticeMessages.UnidentifiedLogged, rows);
        }
    }

    [LoggerMessage(6250, LogLevel.Warning, "{Id}: a mail about the notice could not be written, because the template or what makes the links failed ({Kind}). The person is tried again later, and others get theirs; when it fails for everybody, sending waits. It failed here:\n{Where}")]
    private static partial void MailNotWritten(ILogger logger, string id, Type kind, string? where);

    [LoggerMessage(6251, LogLevel.Warning, "{Id}: what delivers mails failed instead of answering ({Kind}). The mail is tried again later with the same id, and others go; when it fails for everybody, sending waits. It failed here:\n{Where}")]
    private static partial void TransportFailed(ILogger logger, string id, Type kind, string? where);

    [LoggerMessage(6252, LogLevel.Warning, "{Id}: what is stored for the address of at least one person cannot be read, so they are counted as unreachable. See which converter or property of the application fails; then queue them again.")]
    private static partial void AddressUnreadable(ILogger logger, string id);

    [LoggerMessage(6253, LogLevel.Warning, "{Id}: {Rows} rows are people whose key cannot be read, is empty, or is too long, so nobody can say who they are. They are told nothing and counted as unreachable. Correct their keys in the database; the next run tells them.")]
    private static partial void Unidentified(ILogger logger, string id, long rows);
}
