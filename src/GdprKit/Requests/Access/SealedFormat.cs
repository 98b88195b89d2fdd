using System.Buffers.Binary;
using System.Security.Cryptography;
using NodaTime;

namespace GdprKit.Requests;

/// <summary>
/// How a file is encrypted while it is written: AES-256-GCM (NIST SP 800-38D) over chunks of 64 KiB, each under its number and the last one marked, so that a chunk that is changed, left
/// out, moved or added, and a file that ends early, is found out (the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár, 2015).
/// </summary>
/// <remarks>
/// 16 bytes begin the file and are bound to every chunk: 8 that name the form, and until when the file serves in seconds of the Unix epoch (8, big-endian). The nonce of a chunk is its number
/// (11, big-endian, from 0) and 1 for the last one, else 0. A key is made for one file and never used again, which is what lets a nonce be a number.
/// </remarks>
internal static class SealedFormat
{
    public const int KeyBytes = 32;

    public const int HeaderBytes = 16;

    public const int ChunkBytes = 64 * 1024;

    public const int TagBytes = 16;

    private const int NonceBytes = 12;

    private static ReadOnlySpan<byte> Mark => "GdprKit\u0001"u8;

    public static byte[] HeaderOf(Instant until)
    {
        var header = new byte[HeaderBytes];
        Mark.CopyTo(header);
        BinaryPrimitives.WriteInt64BigEndian(header.AsSpan(Mark.Length), until.ToUnixTimeSeconds());
        return header;
    }

    /// <summary>Until when a file serves; <see langword="null"/> when this is not the beginning of one.</summary>
    public static Instant? UntilOf(ReadOnlySpan<byte> header) =>
        header.Length == HeaderBytes && header.StartsWith(Mark) && BinaryPrimitives.ReadInt64BigEndian(header[Mark.Length..]) is var seconds
            && seconds >= Instant.MinValue.ToUnixTimeSeconds() && seconds <= Instant.MaxValue.ToUnixTimeSeconds()
                ? Instant.FromUnixTimeSeconds(seconds)
                : null;

    public static void Encrypt(AesGcm cipher, long number, bool isLast, ReadOnlySpan<byte> header, ReadOnlySpan<byte> plain, Span<byte> chunk)
    {
        Span<byte> nonce = stackalloc byte[NonceBytes];
        WriteNonce(nonce, number, isLast);
        cipher.Encrypt(nonce, plain, chunk[..plain.Length], chunk.Slice(plain.Length, TagBytes), header);
    }

    public static bool TryDecrypt(AesGcm cipher, long number, bool isLast, ReadOnlySpan<byte> header, ReadOnlySpan<byte> chunk, Span<byte> plain)
    {
        if (chunk.Length < TagBytes)
        {
            return false;
        }

        Span<byte> nonce = stackalloc byte[NonceBytes];
        WriteNonce(nonce, number, isLast);
        var length = chunk.Length - TagBytes;
        try
        {
            cipher.Decrypt(nonce, chunk[..length], chunk[length..], plain[..length], header);
            return true;
        }
        catch (AuthenticationTagMismatchException)
        {
            return false;
        }
    }

    private static void WriteNonce(Span<byte> nonce, long number, bool isLast)
    {
        nonce.Clear();
        BinaryPrimitives.WriteInt64BigEndian(nonce.Slice(3, 8), number);
        nonce[^1] = isLast ? (byte)1 : (byte)0;
    }
}
