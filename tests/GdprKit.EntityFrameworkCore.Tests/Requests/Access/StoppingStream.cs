namespace GdprKit.EntityFrameworkCore.Requests.Access;

/// <summary>Has room for the first hundred kilobytes, and knows how many rows were made when these were written.</summary>
internal sealed class StoppingStream(Func<Task<long>> told) : Stream
{
    public const string Full = "there is no more room";

    private const long Room = 100_000;

    private long _written;

    public long Told { get; private set; }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => _written;

    public override long Position { get => _written; set => throw new NotSupportedException(); }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _written += buffer.Length;
        if (_written > Room)
        {
            Told = await told();
            throw new IOException(Full);
        }
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
