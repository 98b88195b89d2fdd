using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using GdprKit.Ledger;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using NodaTime;

namespace GdprKit.Samples.Crm.Links;

/// <summary>
/// Makes the part of a link that only this application can make and read: <c>/confirm/{text}</c>. What a page does with it, it does on POST
/// only, because mail gateways open every link that they see.
/// </summary>
public sealed class SignedLinks(IDataProtectionProvider protection, IClock clock)
{
    // Longer ones are none of ours, and are not looked into.
    private const int LongestText = 2048;

    private const string Links = "Crm.Link/1";

    /// <summary>An address as links carry it: without capitals and white space around it, and not readable.</summary>
    public static Digest DigestOf(string address) => Digest.Of(Encoding.UTF8.GetBytes(address.Trim().ToLowerInvariant()));

    /// <summary>Writes a link.</summary>
    /// <param name="link">What it carries.</param>
    /// <returns>Letters, digits, - and _, for an address.</returns>
    public string Write(SignedLink link)
    {
        ArgumentNullException.ThrowIfNull(link);
        var text = string.Join('\n', link.Person, link.Until.ToUnixTimeTicks().ToString(CultureInfo.InvariantCulture), link.Topic, link.SentTo);
        return WebEncoders.Base64UrlEncode(ProtectorOf(link.Purpose).Protect(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>Reads a link.</summary>
    /// <param name="text">What the address holds.</param>
    /// <param name="purpose">What the page is for.</param>
    public LinkReading Read(string? text, LinkPurpose purpose)
    {
        if (text is not { Length: > 0 and <= LongestText } || Open(text, purpose) is not { } link)
        {
            return new LinkReading.NotOurs();
        }

        return clock.GetCurrentInstant() < link.Until ? new LinkReading.Valid(link) : new LinkReading.Expired(link);
    }

    private SignedLink? Open(string text, LinkPurpose purpose)
    {
        try
        {
            var parts = Encoding.UTF8.GetString(ProtectorOf(purpose).Unprotect(WebEncoders.Base64UrlDecode(text))).Split('\n');
            var until = Instant.FromUnixTimeTicks(long.Parse(parts[1], CultureInfo.InvariantCulture));
            return new SignedLink(purpose, SubjectRef.Parse(parts[0]), until)
            {
                Topic = parts[2].Length > 0 && ConsentTopic.TryParse(StreamKey.Parse(parts[2]), out var topic) ? topic : null,
                SentTo = parts[3].Length > 0 ? Digest.Parse(parts[3]) : null,
            };
        }
        catch (Exception fault) when (fault is FormatException or CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector ProtectorOf(LinkPurpose purpose) => purpose is LinkPurpose.Unspecified
        ? throw new ArgumentOutOfRangeException(nameof(purpose), purpose, "A link is for something.")
        : protection.CreateProtector(Links, purpose.ToString());
}
