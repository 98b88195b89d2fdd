namespace GdprKit.Notices;

/// <summary>Hands mails about privacy notices to whatever delivers them. <c>GdprKit.MailKit</c> has one for SMTP and one for a folder.</summary>
/// <remarks>
/// Safe for use by several threads: up to <see cref="MostAtOnce"/> mails are handed over at the same time. An implementation decides nothing
/// about people; it logs neither addresses nor what a server answers, because servers quote addresses.
/// </remarks>
public interface INoticeTransport
{
    /// <summary>How many mails it takes at the same time, 1 or more.</summary>
    int MostAtOnce { get; }

    /// <summary>Hands one mail over, and waits until it is taken over or refused.</summary>
    /// <param name="mail">The mail, ready as it is.</param>
    /// <param name="cancellationToken">
    /// Ends the wait. The mail may then have been taken over; it is handed over again with the same <see cref="NoticeMail.MessageId"/>.
    /// </param>
    /// <returns>
    /// What became of it. A refusal is a value; an exception is a broken program: that mail is tried again later, and when it
    /// happens to one after another, sending waits.
    /// </returns>
    ValueTask<MailOutcome> SendAsync(NoticeMail mail, CancellationToken cancellationToken);
}
