using System.Security.Cryptography;
using System.Text;

namespace GdprKit.Notices;

/// <summary>
/// The part of a Message-ID before the <c>@</c>. It begins with a few digits of the person's ref, by which a bounce finds the delivery without looking at
/// everybody; the hash behind them, of the whole ref, proves that the mail was sent. Nobody can make one who does not know the ref.
/// </summary>
/// <remarks>Whoever holds the log of a mail server learns neither the ref nor the version from it.</remarks>
internal static class NoticeMessageId
{
    // 40 of 128 bits: of a million people hardly two share them, and what is left cannot be guessed.
    private const int PrefixDigits = 10;

    private const int HashBytes = 16;

    public static string Of(SubjectRef person, Digest tellsOf, bool isReminder)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{person}/{tellsOf}/{(isReminder ? "reminder" : "notice")}"));
        return $"{person.ToString()[..PrefixDigits]}{Convert.ToHexStringLower(hash.AsSpan(0, HashBytes))}";
    }

    /// <summary>What refs begin with whose mail may have an id; <see langword="null"/> when it is none of ours.</summary>
    /// <param name="local">The part before the <c>@</c>.</param>
    public static string? PrefixOf(string local) =>
        local.Length == PrefixDigits + (2 * HashBytes) && local.All(char.IsAsciiHexDigitLower) ? local[..PrefixDigits] : null;
}
