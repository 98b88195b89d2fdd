using MimeKit;

namespace GdprKit.Samples.Scenarios.Running;

/// <summary>The mails about the privacy notice that the shop has sent, as their readers have them.</summary>
internal static class Letterbox
{
    /// <summary>The mails to an address, the oldest first.</summary>
    public static async Task<List<MimeMessage>> ReadAsync(string folder, string address, CancellationToken cancellationToken)
    {
        var all = await ReadAsync(folder, cancellationToken);
        return all.FindAll(mail => string.Equals(mail.To.Mailboxes.Single().Address, address, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>All mails, the oldest first.</summary>
    public static async Task<List<MimeMessage>> ReadAsync(string folder, CancellationToken cancellationToken)
    {
        var mails = new List<MimeMessage>();
        foreach (var file in Directory.Exists(folder) ? Directory.GetFiles(folder, "*.eml") : [])
        {
            mails.Add(await MimeMessage.LoadAsync(file, cancellationToken));
        }

        return [.. mails.Where(mail => mail.TextBody?.Contains("/privacy/confirm/", StringComparison.Ordinal) is true).OrderBy(mail => mail.Date)];
    }

    /// <summary>Every link in a mail.</summary>
    public static IEnumerable<Uri> LinksIn(MimeMessage mail) =>
        (mail.TextBody ?? "").Split([' ', '\n', '\r', '<', '>', '(', ')'], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word.StartsWith("http", StringComparison.Ordinal)).Select(word => new Uri(word.TrimEnd('.', ',')));
}
