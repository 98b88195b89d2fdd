using System.Security.Cryptography;
using NodaTime;

namespace GdprKit.Requests;

/// <summary>Room on disk for what must wait for its place in an archive: encrypted under a key that nobody keeps, and gone when it is closed.</summary>
internal sealed class ScratchFile : IAsyncDisposable
{
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(SealedFormat.KeyBytes);
    private readonly FileStream _file;
    private readonly SealingStream _output;

    public ScratchFile()
    {
        // Path.GetRandomFileName says nothing about anybody, and nobody else may read what is there.
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        _file = new FileStream(Path.Combine(Path.GetTempPath(), $"gdprkit-{Path.GetRandomFileName()}"), options);
        _output = new SealingStream(_file, _key, NodaConstants.UnixEpoch);
    }

    /// <summary>Where it is written to.</summary>
    public Stream Output => _output;

    /// <summary>Passes on everything that was written. Nothing is written after it.</summary>
    public async ValueTask CopyToAsync(Stream target, CancellationToken cancellationToken)
    {
        await _output.CompleteAsync(cancellationToken).ConfigureAwait(false);
        _file.Position = 0;
        var content = await UnsealingStream.TryOpenAsync(_file, _key, cancellationToken).ConfigureAwait(false) ?? throw ExportRefusals.FileDamaged();
        await using (content.ConfigureAwait(false))
        {
            await content.CopyToAsync(target, SealedFormat.ChunkBytes, cancellationToken).ConfigureAwait(false);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _output.DisposeAsync().ConfigureAwait(false);
        await _file.DisposeAsync().ConfigureAwait(false);
        CryptographicOperations.ZeroMemory(_key);
    }
}
