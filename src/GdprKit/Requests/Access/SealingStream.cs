using System.Security.Cryptography;
using NodaTime;

namespace GdprKit.Requests;

/// <summary>Encrypts what is written to it. What was not completed is no file: who reads it is told that it ends early.</summary>
internal sealed class SealingStream(Stream output, byte[] key, Instant until) : OneWayStream
{
    private readonly AesGcm _cipher = new(key, SealedFormat.TagBytes);
    private readonly byte[] _header = SealedFormat.HeaderOf(until);
    private readonly byte[] _plain = new byte[SealedFormat.ChunkBytes];
    private readonly byte[] _chunk = new byte[SealedFormat.ChunkBytes + SealedFormat.TagBytes];

    private int _filled;
    private long _number;
    private bool _hasBegun;

    public override bool CanWrite => true;

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (!buffer.IsEmpty)
        {
            // A full chunk waits for what comes after it, because the last one is another.
            if (_filled == _plain.Length)
            {
                await PassOnAsync(isLast: false, cancellationToken).ConfigureAwait(false);
            }

            var count = Math.Min(buffer.Length, _plain.Length - _filled);
            buffer[..count].CopyTo(_plain.AsMemory(_filled));
            _filled += count;
            buffer = buffer[count..];
        }
    }

    /// <summary>Writes the last chunk. Nothing can be written after it.</summary>
    public async ValueTask CompleteAsync(CancellationToken cancellationToken)
    {
        await PassOnAsync(isLast: true, cancellationToken).ConfigureAwait(false);
        await output.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    protected override void Dispose(bool disposing)
    {
        _cipher.Dispose();
        CryptographicOperations.ZeroMemory(_plain);
        base.Dispose(disposing);
    }

    private async ValueTask PassOnAsync(bool isLast, CancellationToken cancellationToken)
    {
        if (!_hasBegun)
        {
            _hasBegun = true;
            await output.WriteAsync(_header, cancellationToken).ConfigureAwait(false);
        }

        SealedFormat.Encrypt(_cipher, _number++, isLast, _header, _plain.AsSpan(0, _filled), _chunk);
        await output.WriteAsync(_chunk.AsMemory(0, _filled + SealedFormat.TagBytes), cancellationToken).ConfigureAwait(false);
        _filled = 0;
    }
}
