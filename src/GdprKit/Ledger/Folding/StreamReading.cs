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
    /// <returns>The stream, and its last entry.</returns>
    /// <exception cref="LedgerException">GDPR3106: an entry is missing.</exception>
    public async ValueTask<(StreamSnapshot<TState> Snapshot, LedgerEntry? Last)> FoldAsync<TState>(
        StreamFold<TState> fold, StreamId stream, long atLeast, CancellationToken cancellationToken)
        where TState : class, IStreamState<TState>
    {
        var state = fold.Empty;
        LedgerEntry? last = null;
        EntryType? newer = null;
        await foreach (var entry in store.ReadStreamAsync(stream, 0, cancellationToken).ConfigureAwait(false))
        {
            if (entry.Version != (last?.Version ?? 0) + 1)
            {
                throw Incomplete(stream);
            }

            last = entry;
            newer ??= fold.Knows(entry.Type) ? null : entry.Type;
            state = newer is null ? fold.Apply(state, entry) : state;
        }

        return (last?.Version ?? 0) >= atLeast
            ? (new StreamSnapshot<TState>
            {
                Stream = stream,
                Version = last?.Version ?? 0,
                RecordedAt = last?.RecordedAt,
                State = newer is null ? state : null,
                Newer = newer,
            }, last)
            : throw Incomplete(stream);
    }

    private async ValueTask<StreamSnapshot<TState>> FoldFromEntriesAsync<TState>(StreamFold<TState> fold, StreamHead head, CancellationToken cancellationToken)
        where TState : class, IStreamState<TState> =>
        (await FoldAsync(fold, head.Stream, head.Version, cancellationToken).ConfigureAwait(false)).Snapshot;

    private static LedgerException Incomplete(StreamId stream) => new(
        LedgerMessages.StreamIncomplete,
        $"A {stream} lacks an entry that its head or its next entry counts.",
        "Verify the ledger: an entry was removed beside it, or the database was restored in part.");
}
