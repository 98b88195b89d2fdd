namespace GdprKit.Documents;

/// <summary>Writes a table as comma-separated values while its rows come.</summary>
internal static class CsvStreaming
{
    private const int RowsAtOnce = 1_000;

    /// <summary>Writes a table into what may only be written to without blocking, as the answer to a request.</summary>
    public static async ValueTask WriteAsync(Stream output, IReadOnlyCollection<string> headers, IAsyncEnumerable<ValueList<string>> rows, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        using var text = new StreamWriter(bytes, CsvWriter.Encoding);
        var csv = new CsvWriter(text, headers);
        await foreach (var some in rows.Chunk(RowsAtOnce).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            foreach (var row in some)
            {
                csv.WriteRow(row);
            }

            await PassOnAsync(text, bytes, output, cancellationToken).ConfigureAwait(false);
        }

        await PassOnAsync(text, bytes, output, cancellationToken).ConfigureAwait(false);
    }

    private static async ValueTask PassOnAsync(StreamWriter text, MemoryStream bytes, Stream output, CancellationToken cancellationToken)
    {
        await text.FlushAsync(cancellationToken).ConfigureAwait(false);
        await output.WriteAsync(bytes.GetBuffer().AsMemory(0, (int)bytes.Length), cancellationToken).ConfigureAwait(false);
        bytes.SetLength(0);
    }
}
