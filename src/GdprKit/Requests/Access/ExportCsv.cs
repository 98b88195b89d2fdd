using GdprKit.Documents;

namespace GdprKit.Requests;

/// <summary>A file of comma-separated values in an archive, which is begun with its first row.</summary>
internal sealed class ExportCsv(ExportArchive archive, string name, IReadOnlyCollection<string> headers) : IAsyncDisposable
{
    private const int PassOnAt = 64 * 1024;

    private readonly MemoryStream _bytes = new();

    private Stream? _file;
    private StreamWriter? _text;
    private CsvWriter? _csv;

    public async ValueTask WriteAsync(IReadOnlyCollection<string> cells, CancellationToken cancellationToken)
    {
        if (_csv is null)
        {
            _file = await archive.OpenAsync(name, cancellationToken).ConfigureAwait(false);
            _text = new StreamWriter(_bytes, CsvWriter.Encoding);
            _csv = new CsvWriter(_text, headers);
        }

        _csv.WriteRow(cells);
        if (_bytes.Length >= PassOnAt)
        {
            await PassOnAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Writes what is left.</summary>
    public async ValueTask CompleteAsync(CancellationToken cancellationToken)
    {
        if (_file is not null)
        {
            await PassOnAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_file is not null)
        {
            await _file.DisposeAsync().ConfigureAwait(false);
        }

        if (_text is not null)
        {
            await _text.DisposeAsync().ConfigureAwait(false);
        }

        await _bytes.DisposeAsync().ConfigureAwait(false);
    }

    private async ValueTask PassOnAsync(CancellationToken cancellationToken)
    {
        await _text!.FlushAsync(cancellationToken).ConfigureAwait(false);
        await _file!.WriteAsync(_bytes.GetBuffer().AsMemory(0, (int)_bytes.Length), cancellationToken).ConfigureAwait(false);
        _bytes.SetLength(0);
    }
}
