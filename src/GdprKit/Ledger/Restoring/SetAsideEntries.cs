using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text.Json;
using NodaTime;

namespace GdprKit.Ledger;

/// <summary>
/// Keeps, in the inbox of the mirror, what was recorded in a restored database before anybody noticed, while that which was there before comes back; and appends it again afterwards, with the instant
/// at which it was recorded where it can have it.
/// </summary>
internal sealed class SetAsideEntries(LedgerAccess ledger, ILedgerMirror mirror, RestoredStreams streams)
{
    // The id that an entry had is that of one which is gone. From it comes another, always the same, so that nothing is appended twice.
    private const string Entry = "set aside";

    private const string Details = "details set aside";

    private static readonly EntryType EntryItem = EntryType.Parse("ledger.set-aside/1");

    private static readonly EntryType DetailsItem = EntryType.Parse("ledger.set-aside-details/1");

    /// <summary>Keeps entries, durably.</summary>
    public async ValueTask KeepAsync(ValueList<LedgerEntry> entries, CancellationToken cancellationToken)
    {
        foreach (var entry in entries)
        {
            if (entry.Details is { } details)
            {
                await mirror.AcceptAsync(new InboxItem(entry.Id.Derive(Details), entry.RecordedAt, DetailsItem, Pack(details.Json.AsSpan())), cancellationToken).ConfigureAwait(false);
            }

            var kept = new SetAsideEntry(
                entry.Stream.Kind.ToString(),
                entry.Stream.Subject,
                entry.Stream.Key.ToString(),
                entry.Type.ToString(),
                Convert.ToBase64String(entry.Facts.AsSpan()),
                entry.Content,
                entry.Details is null ? null : entry.Id.Derive(Details));
            var content = Pack(JsonSerializer.SerializeToUtf8Bytes(kept, RestoringJson.Default.SetAsideEntry));
            await mirror.AcceptAsync(new InboxItem(entry.Id.Derive(Entry), entry.RecordedAt, EntryItem, content), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Counts what is kept.</summary>
    public async ValueTask<long> CountAsync(CancellationToken cancellationToken) =>
        await mirror.ReadInboxAsync(cancellationToken).CountAsync(item => item.Type == EntryItem, cancellationToken).ConfigureAwait(false);

    /// <summary>Appends again what was kept, and lets it go there.</summary>
    /// <returns>How many entries came back.</returns>
    public async ValueTask<long> AppendAsync(LeaseFence under, CancellationToken cancellationToken)
    {
        var appended = 0L;
        foreach (var item in await ReadAsync(EntryItem, cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false))
        {
            await AppendAsync(item, under, cancellationToken).ConfigureAwait(false);
            appended++;
        }

        // Details whose entry is appended, and let go before they were.
        var left = await ReadAsync(DetailsItem, cancellationToken).Select(item => item.Id).ToListAsync(cancellationToken).ConfigureAwait(false);
        await mirror.RemoveFromInboxAsync(left.ToValueList(), cancellationToken).ConfigureAwait(false);
        return appended;
    }

    private async ValueTask AppendAsync(InboxItem item, LeaseFence under, CancellationToken cancellationToken)
    {
        var kept = JsonSerializer.Deserialize(Unpack(item.Content), RestoringJson.Default.SetAsideEntry) ?? throw LedgerException.MirrorDamaged(-1);
        var stream = new StreamId(StreamKind.Parse(kept.Kind), kept.Subject, kept.Key.Length == 0 ? StreamKey.Empty : StreamKey.Parse(kept.Key));
        var isAppended = !(await ledger.Store.FindHashesAsync([item.Id], cancellationToken).ConfigureAwait(false)).IsEmpty;
        while (!isAppended)
        {
            var head = (await ledger.Store.FindHeadsAsync([stream], cancellationToken).ConfigureAwait(false)).SingleOrDefault();
            var draft = new EntryDraft(EntryType.Parse(kept.Type), [.. Convert.FromBase64String(kept.Facts)])
            {
                Id = item.Id,
                Details = kept.Details is { } details ? await DetailsAsync(details, cancellationToken).ConfigureAwait(false) : null,
                StoredContent = kept.Content,
            };
            var entry = EntrySealing.Seal(draft, stream, (head?.Version ?? 0) + 1, EntrySealing.Next(item.AcceptedAt, head is { Version: > 0 } ? head.RecordedAt : null));
            var append = await streams.AppendAsync(head, [entry], cancellationToken).ConfigureAwait(false);
            isAppended = await ledger.Store.AppendAsync(AppendBatch.Of([append], under: under), cancellationToken).ConfigureAwait(false) switch
            {
                AppendResult.Appended => true,
                AppendResult.LeaseLost => throw LedgerRefusals.LeaseLost(),
                _ => false,
            };
        }

        await mirror.RemoveFromInboxAsync(kept.Details is { } gone ? [item.Id, gone] : [item.Id], cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<EntryDetails?> DetailsAsync(EntryId id, CancellationToken cancellationToken) =>
        await mirror.ReadInboxAsync(cancellationToken).FirstOrDefaultAsync(item => item.Id == id, cancellationToken).ConfigureAwait(false) is { } item
            ? EntryDetails.FromStored(EntrySalt.New(), Unpack(item.Content))
            : null;

    private async IAsyncEnumerable<InboxItem> ReadAsync(EntryType type, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var item in mirror.ReadInboxAsync(cancellationToken).ConfigureAwait(false))
        {
            if (item.Type == type)
            {
                yield return item;
            }
        }
    }

    // Facts or details of the greatest length would not fit as they are.
    private static ValueList<byte> Pack(ReadOnlySpan<byte> bytes)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            brotli.Write(bytes);
        }

        return [.. packed.ToArray()];
    }

    private static byte[] Unpack(ValueList<byte> packed)
    {
        using var brotli = new BrotliStream(new MemoryStream(packed.AsSpan().ToArray()), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        brotli.CopyTo(bytes);
        return bytes.ToArray();
    }
}
