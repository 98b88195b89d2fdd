namespace GdprKit.Notices;

/// <summary>Reads the reports of failed deliveries that mail servers send. <c>GdprKit.MailKit</c> has one for delivery status notifications (RFC 3464).</summary>
/// <remarks>Safe for use by several threads. An implementation logs nothing of what it reads.</remarks>
public interface IBounceReader
{
    /// <summary>Reads a mail.</summary>
    /// <param name="message">The mail as it came, headers and all (RFC 5322).</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>What it reports; nothing when it is no report, or says nothing of a failure or a delay, or not of which mail.</returns>
    ValueTask<MailBounce?> ReadAsync(Stream message, CancellationToken cancellationToken);
}
