using System.Globalization;
using System.Text;
using MimeKit;

namespace GdprKit.Notices;

/// <summary>An address to which a mail can go: one mailbox, without a name or a comment (RFC 5321, 4.1.2; RFC 6531 for other letters than ASCII).</summary>
internal sealed class MailRecipient
{
    // RFC 5321, 4.5.3.1: a path has 256 octets with its angle brackets.
    private const int LongestAddress = 254;

    private const int LongestLocalPart = 64;

    private const string Symbols = "!#$%&'*+-/=?^_`{|}~";

    private static readonly IdnMapping Idn = new() { AllowUnassigned = false, UseStd3AsciiRules = true };

    private readonly string _address;

    private MailRecipient(string address, bool needsUtf8) => (_address, NeedsUtf8) = (address, needsUtf8);

    /// <summary>Whether the local part has letters that only a server with SMTPUTF8 carries.</summary>
    public bool NeedsUtf8 { get; }

    /// <summary>Reads an address; the domain is written in ASCII. What is no address gives <see langword="null"/>.</summary>
    public static MailRecipient? Read(string? text)
    {
        // Columns of a fixed length pad with blanks; a line break is never trimmed away.
        var address = text?.Trim(' ') ?? "";
        var at = address.LastIndexOf('@');
        if (at < 1 || address.Length > LongestAddress || DomainOf(address[(at + 1)..]) is not { } domain)
        {
            return null;
        }

        var local = address[..at];
        var isAscii = Ascii.IsValid(local);
        return IsLocalPart(local) && Encoding.UTF8.GetByteCount(local) <= LongestLocalPart && Encoding.UTF8.GetByteCount(local) + 1 + domain.Length <= LongestAddress
            ? new MailRecipient($"{local}@{domain}", !isAscii)
            : null;
    }

    /// <summary>The mailbox, anew for every message: a mailbox remembers the lists that it is in.</summary>
    /// <param name="name">The name beside it.</param>
    public MailboxAddress ToMailbox(string? name = null) => new(Encoding.UTF8, name, _address);

    private static string? DomainOf(string domain)
    {
        try
        {
            var ascii = Idn.GetAscii(domain).ToLowerInvariant();
            return ascii.Contains('.', StringComparison.Ordinal) && !ascii.EndsWith('.') ? ascii : null;
        }
        catch (ArgumentException)
        {
            // Its message quotes the domain.
            return null;
        }
    }

    private static bool IsLocalPart(string local) => local is ['"', .., '"'] and { Length: > 2 }
        ? IsQuoted(local.AsSpan(1, local.Length - 2))
        : local.Split('.').All(atom => atom.Length > 0 && atom.EnumerateRunes().All(IsOfAtom));

    private static bool IsQuoted(ReadOnlySpan<char> text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] is < ' ' or > '~' or '"' || (text[index] == '\\' && (++index == text.Length || text[index] is < ' ' or > '~')))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsOfAtom(Rune letter) => letter.IsAscii
        ? char.IsAsciiLetterOrDigit((char)letter.Value) || Symbols.Contains((char)letter.Value, StringComparison.Ordinal)
        : letter != Rune.ReplacementChar && Rune.GetUnicodeCategory(letter) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
            or UnicodeCategory.OtherNotAssigned or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
