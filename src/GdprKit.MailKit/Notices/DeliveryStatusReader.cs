using MimeKit;
using MimeKit.Utils;

namespace GdprKit.Notices;

/// <summary>
/// Reads delivery status notifications (RFC 3464): a <c>multipart/report</c> that says what became of a mail, with that mail or its headers in it
/// (RFC 6522). Text that is meant for people is not looked at.
/// </summary>
internal sealed class DeliveryStatusReader : IBounceReader
{
    public async ValueTask<MailBounce?> ReadAsync(Stream message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        MimeMessage mail;
        try
        {
            mail = await MimeMessage.LoadAsync(message, cancellationToken).ConfigureAwait(false);
        }
        catch (FormatException)
        {
            return null;
        }

        using (mail)
        {
            return mail.Body is MultipartReport report
                && report.OfType<MessageDeliveryStatus>().FirstOrDefault() is { } status
                && IsPermanent(status) is { } isPermanent
                && IdOf(report) is { } id
                    ? new MailBounce(id, isPermanent)
                    : null;
        }
    }

    // Groups of fields, one for each recipient: a mail about a notice has one. "failed" says that the server has given up (RFC 3464, 2.3.3), whatever made it.
    private static bool? IsPermanent(MessageDeliveryStatus status)
    {
        var actions = status.StatusGroups.Select(group => group["Action"]?.Trim()).OfType<string>().ToList();
        return actions.Contains("failed", StringComparer.OrdinalIgnoreCase) ? true
            : actions.Contains("delayed", StringComparer.OrdinalIgnoreCase) ? false
            : null;
    }

    private static string? IdOf(MultipartReport report)
    {
        var headers = report.Select(part => part switch
        {
            TextRfc822Headers text => text.Message?.Headers,
            MessagePart whole => whole.Message?.Headers,
            _ => null,
        });
        return headers.OfType<HeaderList>().Select(list => list[HeaderId.MessageId]).OfType<string>().SelectMany(MimeUtils.EnumerateReferences).FirstOrDefault();
    }
}
