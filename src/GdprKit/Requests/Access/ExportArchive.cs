using System.IO.Compression;
using NodaTime;

namespace GdprKit.Requests;

/// <summary>An archive that is written from its beginning to its end. Names in it say what kind of rows a file holds, never whose.</summary>
internal sealed class ExportArchive
{
    private readonly ZipArchive _zip;
    private readonly DateTimeOffset _at;

    private ExportArchive(ZipArchive zip, DateTimeOffset at) => (_zip, _at) = (zip, at);

    public static async ValueTask<ExportArchive> CreateAsync(Stream output, ZonedDateTime at, CancellationToken cancellationToken) =>
        new(await ZipArchive.CreateAsync(output, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken).ConfigureAwait(false), at.ToDateTimeOffset());

    /// <summary>Begins a file. It is closed before the next one is begun.</summary>
    public async ValueTask<Stream> OpenAsync(string name, CancellationToken cancellationToken)
    {
        var entry = _zip.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = _at;
        return await entry.OpenAsync(cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask AddAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var file = await OpenAsync(name, cancellationToken).ConfigureAwait(false);
        await using (file.ConfigureAwait(false))
        {
            await file.WriteAsync(content, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Writes the directory at the end, without which it is no archive: so one that was begun and not completed is none.</summary>
    public ValueTask CompleteAsync() => _zip.DisposeAsync();
}
