using System.Security.Cryptography;

namespace GdprKit.Requests;

/// <summary>Passes on what is written to it without ever blocking, and keeps count and digest of it.</summary>
internal sealed class DigestingStream(Stream output) : OneWayStream
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    // A file of an archive writes its last bytes when it is closed, and knows no way to do that without blocking; they wait here for what comes after them.
    private readonly MemoryStream _waiting = new();

    public override bool CanWrite => true;

    /// <summary>How many bytes were passed on.</summary>
    public long Bytes { get; private set; }

    /// <summary>The digest of what was passed on.</summary>
    public Digest Digest => GdprKit.Digest.FromBytes(_hash.GetCurrentHash());

    public override void Write(byte[] buffer, int offset, int count) => _waiting.Write(buffer, offset, count);

    public override void Write(ReadOnlySpan<byte> buffer) => _waiting.Write(buffer);

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await PassOnWaitingAsync(cancellationToken).ConfigureAwait(false);
        await PassOnAsync(buffer, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Passes on everything that was written.</summary>
    public override async Task FlushAsync(CancellationToken cancellationToken)
    {
        await PassOnWaitingAsync(cancellationToken).ConfigureAwait(false);
        await output.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    protected override void Dispose(bool disposing)
    {
        _hash.Dispose();
        _waiting.Dispose();
        base.Dispose(disposing);
    }

    private async ValueTask PassOnWaitingAsync(CancellationToken cancellationToken)
    {
        if (_waiting.Length > 0)
        {
            await PassOnAsync(_waiting.GetBuffer().AsMemory(0, (int)_waiting.Length), cancellationToken).ConfigureAwait(false);
            _waiting.SetLength(0);
        }
    }

    private ValueTask PassOnAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        _hash.AppendData(bytes.Span);
        Bytes += bytes.Length;
        return output.WriteAsync(bytes, cancellationToken);
    }
}
