using System.IO.Compression;
using System.Text.Json;
using GdprKit.Subjects;
using NodaTime;

namespace GdprKit.Ledger;

/// <summary>
/// Entries in the inbox of the mirror: what was recorded in a restored copy of the database and has to make room for what was there before, and what protects people and was recorded while the copy was
/// refused, so that it outlives another restore. Appended afterwards, with the instant at which they were recorded where they can have it.
/// </summary>
internal sealed class KeptEntries(ILedgerMirror mirror)
{
    // The id that an entry had is that of one which is gone. From it comes another, always the same, so that nothing is appended twice.
    private const string ByEntry = "kept in the inbox";

    private const string ByDetails = "details kept in the inbox";

    /// <summary>What they are in the inbox.</summary>
    public static readonly EntryType EntryItem = EntryType.Parse("ledger.entry/1");

    /// <summary>What their details are in the inbox.</summary>
    public static readonly EntryType DetailsItem = EntryType.Parse("ledger.details/1");

    /// <summary>Keeps entries, durably; each once however often it is kept.</summary>
    /// <param name="entries">The entries.</param>
    /// <param name="about">The person they are about, where somebody knows; <see langword="null"/> otherwise.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async ValueTask KeepAsync(IEnumerable<LedgerEntry> entries, SubjectId? about, CancellationToken cancellationToken)
    {
        foreach (var entry in entries)
        {
            if (entry.Details is { } details)
            {
                await mirror.AcceptAsync(new InboxItem(entry.Id.Derive(ByDetails), entry.RecordedAt, DetailsItem, Pack(details.Json.AsSpan())), cancellationToken).ConfigureAwait(false);
            }

            var kept = new KeptEntry(
                entry.Id,
                entry.Stream.Kind.ToString(),
                entry.Stream.Subject,
                entry.Stream.Key.ToString(),
                entry.Type.ToString(),
                Convert.ToBase64String(entry.Facts.AsSpan()),
                entry.Content,
                entry.Details is not null,
                about?.Kind.ToString(),
                about?.Key ?? []);
            var content = Pack(JsonSerializer.SerializeToUtf8Bytes(kept, RestoringJson.Default.KeptEntry));
            await mirror.AcceptAsync(new InboxItem(entry.Id.Derive(ByEntry), entry.RecordedAt, EntryItem, content), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Whether anything is kept that can be appended.</summary>
    public ValueTask<bool> IsAnyAsync(CancellationToken cancellationToken) => mirror.ReadInboxAsync(cancellationToken).AnyAsync(item => item.Type == EntryItem || item.Type == DetailsItem, cancellationToken);

    /// <summary>Counts what is kept and not in the ledger, and changes nothing.</summary>
    public async ValueTask<long> CountAsync(ILedgerStore store, CancellationToken cancellationToken)
    {
        var count = 0L;
        foreach (var item in await ReadAsync(EntryItem, cancellationToken).ConfigureAwait(false))
        {
            var kept = Read(item);
            count += await StandsAsync(store, StreamOf(kept, kept.Subject), item.Id, kept.Id, cancellationToken).ConfigureAwait(false) ? 0 : 1;
        }

        return count;
    }

    /// <summary>Appends what is kept and not in the ledger, and lets it go from the inbox.</summary>
    /// <returns>How many entries were appended.</returns>
    public async ValueTask<long> AppendAsync(LedgerAccess ledger, RestoredStreams streams, ISubjectDirectory subjects, IClock clock, LeaseFence under, CancellationToken cancellationToken)
    {
        var details = (await ReadAsync(DetailsItem, cancellationToken).ConfigureAwait(false)).ToDictionary(item => item.Id, item => item.Content);
        var appended = 0L;
        foreach (var item in await ReadAsync(EntryItem, cancellationToken).ConfigureAwait(false))
        {
            var kept = Read(item);
            var stream = StreamOf(kept, await SubjectOfAsync(kept, subjects, clock, cancellationToken).ConfigureAwait(false));
            if (!await StandsAsync(ledger.Store, stream, item.Id, kept.Id, cancellationToken).ConfigureAwait(false))
            {
                await AppendAsync(ledger.Store, streams, stream, item, kept, details, under, cancellationToken).ConfigureAwait(false);
                appended++;
            }

            await mirror.RemoveFromInboxAsync(kept.HasDetails ? [item.Id, kept.Id.Derive(ByDetails)] : [item.Id], cancellationToken).ConfigureAwait(false);
        }

        // Details whose entry is appended, and was let go before they were.
        await mirror.RemoveFromInboxAsync(details.Keys.ToValueList(), cancellationToken).ConfigureAwait(false);
        return appended;
    }

    private static KeptEntry Read(InboxItem item) => JsonSerializer.Deserialize(Unpack(item.Content), RestoringJson.Default.KeptEntry) ?? throw LedgerException.MirrorDamaged(-1);

    private static StreamId StreamOf(KeptEntry kept, SubjectRef subject) => new(StreamKind.Parse(kept.Kind), subject, kept.Key.Length == 0 ? StreamKey.Empty : StreamKey.Parse(kept.Key));

    private static async ValueTask<bool> StandsAsync(ILedgerStore store, StreamId stream, EntryId appended, EntryId recorded, CancellationToken cancellationToken) =>
        await store.ReadStreamAsync(stream, 0, cancellationToken).AnyAsync(entry => entry.Id == appended || entry.Id == recorded, cancellationToken).ConfigureAwait(false);

    // The link can be another one, or none, when the database was restored once more.
    private static async ValueTask<SubjectRef> SubjectOfAsync(KeptEntry kept, ISubjectDirectory subjects, IClock clock, CancellationToken cancellationToken) =>
        kept.PersonKind is null || await subjects.FindByRefAsync([kept.Subject], cancellationToken).ConfigureAwait(false) is [_, ..]
            ? kept.Subject
            : await subjects.LinkOneAsync(SubjectId.Of(Key<SubjectKind>.Parse(kept.PersonKind), [.. kept.PersonKey]), LedgerTime.Floor(clock.GetCurrentInstant()), cancellationToken).ConfigureAwait(false);

    private static async ValueTask AppendAsync(
        ILedgerStore store,
        RestoredStreams streams,
        StreamId stream,
        InboxItem item,
        KeptEntry kept,
        Dictionary<EntryId, ValueList<byte>> details,
        LeaseFence under,
        CancellationToken cancellationToken)
    {
        while (true)
        {
            var head = (await store.FindHeadsAsync([stream], cancellationToken).ConfigureAwait(false)).SingleOrDefault();
            var draft = new EntryDraft(EntryType.Parse(kept.Type), [.. Convert.FromBase64String(kept.Facts)])
            {
                Id = item.Id,
                Details = kept.HasDetails && details.TryGetValue(kept.Id.Derive(ByDetails), out var texts) ? EntryDetails.FromStored(EntrySalt.New(), Unpack(texts)) : null,
                StoredContent = kept.Content,
            };
            var entry = EntrySealing.Seal(draft, stream, (head?.Version ?? 0) + 1, EntrySealing.Next(item.AcceptedAt, head is { Version: > 0 } ? head.RecordedAt : null));
            var append = await streams.AppendAsync(head, [entry], cancellationToken).ConfigureAwait(false);
            switch (await store.AppendAsync(AppendBatch.Of([append], under: under), cancellationToken).ConfigureAwait(false))
            {
                case AppendResult.Appended:
                    return;
                case AppendResult.LeaseLost:
                    throw LedgerRefusals.LeaseLost();
            }
        }
    }

    private ValueTask<List<InboxItem>> ReadAsync(EntryType type, CancellationToken cancellationToken) => mirror.ReadInboxAsync(cancellationToken).Where(item => item.Type == type).ToListAsync(cancellationToken);

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
