using System.Text;
using System.Text.Unicode;

namespace GdprKit.Register;

/// <summary>In which encoding a file was saved. Only UTF-8 is read, with or without its byte order mark.</summary>
internal static class TextEncoding
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static ReadOnlySpan<byte> WithoutByteOrderMark(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;

    /// <summary>The fault of bytes that are not UTF-8, or <see langword="null"/> when they are.</summary>
    public static RegisterFault? FaultIn(ReadOnlySpan<byte> bytes)
    {
        if (NameOfOther(bytes) is { } encoding)
        {
            return RegisterFaults.OtherEncoding(encoding);
        }

        return Utf8.IsValid(bytes) ? null : NotUtf8(bytes);
    }

    // JSON begins with a character of ASCII, so a zero byte beside it tells UTF-16 without a byte order mark.
    private static string? NameOfOther(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xFE, 0, 0, ..] or [0, 0, 0xFE, 0xFF, ..] => "UTF-32",
        [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0, not 0, ..] or [not 0, 0, ..] => "UTF-16",
        _ => null,
    };

    private static RegisterFault NotUtf8(ReadOnlySpan<byte> bytes)
    {
        try
        {
            Strict.GetCharCount(bytes);
            throw new ArgumentException("The bytes are UTF-8.", nameof(bytes));
        }
        catch (DecoderFallbackException found)
        {
            return RegisterFaults.NotUtf8(found.Index + 1, bytes[..found.Index].Count((byte)'\n') + 1);
        }
    }
}
