namespace GdprKit.Ledger;

/// <summary>Reads streams to their state: from the head where its fold is the program's own, else from the entries.</summary>
internal sealed class StreamReading(ILedgerStore store)
{
    public static LedgerException Newer(StreamKind kind, EntryType type) => new(
        LedgerMessages.NewerEntry,
        $"A {kind} stream holds an entry of type '{type}', which this program does not know: a newer one wrote it.",
        "Update this program; until then the stream can be read and not added to.");

    public ValueTask<StreamSnapshot<TState>> ReadAsync<TState>(StreamId stream, StreamHead? head, CancellationToken cancellationToken)
        where TState : class, IStreamState<TState>
    {
        var fold = TState.Fold;
        if (head is null)
        {
            return new(new StreamSnapshot<TState> { Stream = stream, Version = 0, State = fold.Empty });
        }

        return fold.TryRead(head) is { } state
            ? new(new StreamSnapshot<TState> { Stream = stream, Version = head.Version, RecordedAt = head.RecordedAt, State = state })
            : FoldFromEntriesAsync(fold, head, cancellationToken);
    }

    /// <summary>Folds the entries of a stream, up to the first that is not known.</summary>
    /// <returns>
    /// The stream, and its last entry; <see langword="null"/> for that where the stream is gone by now, or its head can be read by now.
    /// </returns>
    /// <exception cref="LedgerException">GDPR3106: an entry is missing.</exception>
    public async ValueTask<(StreamSnapshot<TState> Snapshot, LedgerEntry? Last)> FoldAsync<TState>(
        StreamFold<TState> fold, StreamHead head, CancellationToken cancellationToken)
        where TState : class, IStreamState<TState>
    {
        while (true)
        {
            if (await TryFoldAsync(fold, head, cancellationToken).ConfigureAwait(false) is { } folded)
            {
                return folded;
            }

            // It may have expired, and begun anew, between the look at the head and the last of its entries: then nothing is missing.
            var found = await store.FindHeadsAsync([head.Stream], cancellationToken).ConfigureAwait(false);
            var now = found.IsEmpty ? null : found[0];
            if (now is null || fold.TryRead(now) is not null)
            {
                return (await ReadAsync<TState>(head.Stream, now, cancellationToken).ConfigureAwait(false), null);
            }

            if (now.Version == head.Version && now.RecordedAt == head.RecordedAt)
            {
                throw LedgerException.StreamIncomplete(head.Stream);
            }

            head = now;
        }
    }

    private async ValueTask<(StreamSnapshot<TState> Snapshot, LedgerEntry? Last)?> TryFoldAsync<TState>(
        StreamFold<TState> fold, StreamHead head, CancellationToken cancellationToken)
        where TState : class, IStreamState<TState>
    {
        var state = fold.Empty;
        LedgerEntry? last = null;
        EntryType? newer = null;
        await foreach (var entry in store.ReadStreamAsync(head.Stream, 0, cancellationToken).ConfigureAwait(false))
        {
            if (entry.Version != (last?.Version ?? 0) + 1)
            {
                return null;
            }

            last = entry;
            newer ??= fold.Knows(entry.Type) ? null : entry.Type;
            state = newer is null ? fold.Apply(state, entry) : state;
        }

        var snapshot = new StreamSnapshot<TState>
        {
            Stream = head.Stream,
            Version = last?.Version ?? 0,
            RecordedAt = last?.RecordedAt,
            State = newer is null ? state : null,
            Newer = newer,
        };
        return snapshot.Version >= head.Version ? (snapshot, last) : null;
    }

    private async ValueTask<StreamSnapshot<TState>> FoldFromEntriesAsync<TState>(StreamFold<TState> fold, StreamHead head, CancellationToken cancellationToken)
        where TState : class, IStreamState<TState> =>
        (await FoldAsync(fold, head, cancellationToken).ConfigureAwait(false)).Snapshot;
}
