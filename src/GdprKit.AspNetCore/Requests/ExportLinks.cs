using System.Security.Cryptography;
using System.Text;
using GdprKit.Requests;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace GdprKit;

/// <summary>
/// Links to exports, sealed with ASP.NET Core Data Protection: an address is written to logs, and who reads such a log and the folder of exports must not have the data.
/// </summary>
internal sealed class ExportLinks(IDataProtectionProvider protection, IOptions<NoticeLinkOptions> options) : IExportLinks
{
    /// <summary>Where the pages are, below those of <c>MapGdprKit</c>.</summary>
    public const string Path = "export";

    private const string Purpose = "GdprKit.ExportLink/1";

    private const int LongestLink = 2_048;

    private readonly IDataProtector _protector = SealedField.ProtectorOf(protection, Purpose, null);

    public Uri Fetch(KeptExport export)
    {
        ArgumentNullException.ThrowIfNull(export);
        var address = (options.Value.FindAddress?.Invoke() ?? options.Value.Address!).AbsoluteUri.TrimEnd('/');
        return new Uri($"{address}/{Path}/{WebEncoders.Base64UrlEncode(_protector.Protect(Encoding.ASCII.GetBytes(export.Ticket.ToSecret())))}");
    }

    /// <summary>Reads the last part of a link; <see langword="null"/> when this application did not make it.</summary>
    public ExportTicket? Open(string? text)
    {
        try
        {
            return text is { Length: > 0 and <= LongestLink }
                && ExportTicket.TryParse(Encoding.ASCII.GetString(_protector.Unprotect(WebEncoders.Base64UrlDecode(text))), out var ticket) ? ticket : null;
        }
        catch (Exception fault) when (fault is FormatException or CryptographicException)
        {
            return null;
        }
    }
}
