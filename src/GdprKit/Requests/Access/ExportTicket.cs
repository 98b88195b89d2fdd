using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using GdprKit.Ledger;

namespace GdprKit;

/// <summary>What opens an export: which one it is, and the key of its file. Nobody else has the key, so whoever loses the ticket has the export made again.</summary>
/// <remarks>A secret: it goes to the person and is written down nowhere else, in no log and in no database. Immutable. Safe for use by several threads.</remarks>
public sealed class ExportTicket : IParsable<ExportTicket>
{
    private const int IdBytes = 16;

    private const int AllBytes = (2 * IdBytes) + KeyBytes;

    private const int KeyBytes = 32;

    private ExportTicket(EntryId request, EntryId export, byte[] key) => (Request, Export, Key) = (request, export, key);

    internal EntryId Request { get; }

    internal EntryId Export { get; }

    internal byte[] Key { get; }

    /// <summary>Reads a ticket.</summary>
    /// <param name="s">What <see cref="ToSecret"/> gave.</param>
    /// <exception cref="FormatException">GDPR1548: the text is no ticket.</exception>
    public static ExportTicket Parse(string s) => TryParse(s, out var ticket)
        ? ticket
        : throw new FormatException($"{Requests.RequestMessages.ExportTicketMalformed}: the text is not a ticket of an export. Pass what ToSecret gave, whole.");

    /// <summary>Reads a ticket, and says whether it was one. Whether anything is behind it is another question.</summary>
    /// <param name="s">What <see cref="ToSecret"/> gave.</param>
    /// <param name="result">The ticket, or <see langword="null"/>.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, [NotNullWhen(true)] out ExportTicket? result)
    {
        result = null;
        Span<byte> bytes = stackalloc byte[AllBytes];
        if (s is null || s.Length > 2 * AllBytes || !Base64Url.IsValid(s) || !Base64Url.TryDecodeFromChars(s, bytes, out var count) || count != AllBytes
            || !TryReadId(bytes[..IdBytes], out var request) || !TryReadId(bytes.Slice(IdBytes, IdBytes), out var export))
        {
            return false;
        }

        result = new ExportTicket(request, export, bytes[(2 * IdBytes)..].ToArray());
        return true;
    }

    static ExportTicket IParsable<ExportTicket>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<ExportTicket>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out ExportTicket result) => TryParse(s, out result);

    /// <summary>The ticket as a text that can stand in an address: 86 letters, digits, hyphens and underscores.</summary>
    public string ToSecret()
    {
        Span<byte> bytes = stackalloc byte[AllBytes];
        Request.ToGuid().TryWriteBytes(bytes, bigEndian: true, out _);
        Export.ToGuid().TryWriteBytes(bytes[IdBytes..], bigEndian: true, out _);
        Key.CopyTo(bytes[(2 * IdBytes)..]);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>The words "export ticket": what it opens is withheld.</summary>
    public override string ToString() => "export ticket";

    internal static ExportTicket New(EntryId request, EntryId export) => new(request, export, RandomNumberGenerator.GetBytes(KeyBytes));

    private static bool TryReadId(ReadOnlySpan<byte> bytes, out EntryId id) => EntryId.TryParse(new Guid(bytes, bigEndian: true).ToString(), out id);
}
