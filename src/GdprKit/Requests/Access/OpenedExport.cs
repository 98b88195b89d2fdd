using NodaTime;

namespace GdprKit.Requests;

/// <summary>A file that a ticket opened.</summary>
internal sealed class OpenedExport : IAsyncDisposable
{
    private readonly Stream _file;
    private readonly UnsealingStream _content;

    private OpenedExport(Stream file, UnsealingStream content, RightsRequestKind right)
    {
        (_file, _content) = (file, content);
        Offer = new OfferedExport(right, content.Until);
    }

    public OfferedExport Offer { get; }

    public Stream Content => _content;

    public static async ValueTask<OpenedExport?> TryOpenAsync(Stream file, ExportTicket ticket, RightsRequestKind right, Instant now, CancellationToken cancellationToken)
    {
        var content = await UnsealingStream.TryOpenAsync(file, ticket.Key, cancellationToken).ConfigureAwait(false);
        if (content is not null && content.Until > now)
        {
            return new OpenedExport(file, content, right);
        }

        if (content is not null)
        {
            await content.DisposeAsync().ConfigureAwait(false);
        }

        await file.DisposeAsync().ConfigureAwait(false);
        return null;
    }

    public async ValueTask DisposeAsync()
    {
        await _content.DisposeAsync().ConfigureAwait(false);
        await _file.DisposeAsync().ConfigureAwait(false);
    }
}
