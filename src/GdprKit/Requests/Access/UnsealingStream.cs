using System.Security.Cryptography;
using NodaTime;

namespace GdprKit.Requests;

/// <summary>Decrypts what a <see cref="SealingStream"/> wrote, chunk by chunk. No byte leaves it before the chunk it stands in was found to be what was written.</summary>
internal sealed class UnsealingStream : OneWayStream
{
    private readonly Stream _input;
    private readonly AesGcm _cipher;
    private readonly byte[] _header;
    private readonly byte[] _plain = new byte[SealedFormat.ChunkBytes];

    // One byte more than a chunk, to know whether it is the last one.
    private readonly byte[] _chunk = new byte[SealedFormat.ChunkBytes + SealedFormat.TagBytes + 1];

    private int _ahead;
    private int _next;
    private int _filled;
    private long _number;
    private bool _isAtEnd;

    private UnsealingStream(Stream input, byte[] key, byte[] header, Instant until)
    {
        (_input, _header, Until) = (input, header, until);
        _cipher = new AesGcm(key, SealedFormat.TagBytes);
    }

    /// <summary>Until when the file serves. Certain once the first chunk was read.</summary>
    public Instant Until { get; }

    public override bool CanRead => true;

    /// <summary>Begins to read a file, and reads its first chunk.</summary>
    /// <returns>The content; <see langword="null"/> when the key is not that of the file, or this is no file.</returns>
    public static async ValueTask<UnsealingStream?> TryOpenAsync(Stream input, byte[] key, CancellationToken cancellationToken)
    {
        var header = new byte[SealedFormat.HeaderBytes];
        if (await input.ReadAtLeastAsync(header, header.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false) != header.Length
            || SealedFormat.UntilOf(header) is not { } until)
        {
            return null;
        }

        var opened = new UnsealingStream(input, key, header, until);
        if (await opened.TryAdvanceAsync(cancellationToken).ConfigureAwait(false))
        {
            return opened;
        }

        await opened.DisposeAsync().ConfigureAwait(false);
        return null;
    }

    /// <exception cref="PersonalDataExportException">GDPR1546: the file was changed, or ends early.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (_next == _filled && !_isAtEnd)
        {
            if (!await TryAdvanceAsync(cancellationToken).ConfigureAwait(false))
            {
                throw ExportRefusals.FileDamaged();
            }
        }

        var count = Math.Min(buffer.Length, _filled - _next);
        _plain.AsMemory(_next, count).CopyTo(buffer);
        _next += count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        _cipher.Dispose();
        CryptographicOperations.ZeroMemory(_plain);
        base.Dispose(disposing);
    }

    private async ValueTask<bool> TryAdvanceAsync(CancellationToken cancellationToken)
    {
        _ahead += await _input.ReadAtLeastAsync(_chunk.AsMemory(_ahead), _chunk.Length - _ahead, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        var isLast = _ahead < _chunk.Length;
        var length = isLast ? _ahead : _chunk.Length - 1;
        if (!SealedFormat.TryDecrypt(_cipher, _number, isLast, _header, _chunk.AsSpan(0, length), _plain))
        {
            return false;
        }

        (_number, _next, _filled, _isAtEnd) = (_number + 1, 0, length - SealedFormat.TagBytes, isLast);
        _ahead = isLast ? 0 : 1;
        _chunk[0] = _chunk[length];
        return true;
    }
}
