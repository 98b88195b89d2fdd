using System.Runtime.CompilerServices;

namespace GdprKit.Ledger;

/// <summary>The entries that came back, or would come back, for who does again what they tell of.</summary>
/// <remarks>Immutable. As safe for use by several threads as where it reads.</remarks>
public sealed class RestoredEntries
{
    private const int StreamsAtOnce = 500;

    private readonly Func<long, int, CancellationToken, ValueTask<ValueList<OrderedEntry>>> _read;

    internal RestoredEntries(EntryId restore, long from, long to, bool isRehearsal, Func<long, int, CancellationToken, ValueTask<ValueList<OrderedEntry>>> read) =>
        (Restore, From, To, IsRehearsal, _read) = (restore, from, to, isRehearsal, read);

    /// <summary>The id of the restore, by which is known what was done again after it.</summary>
    public EntryId Restore { get; }

    /// <summary>The position of the first.</summary>
    public long From { get; }

    /// <summary>The position behind the last.</summary>
    public long To { get; }

    /// <summary>Whether nothing is to be changed, and only said what would be.</summary>
    public bool IsRehearsal { get; }

    /// <summary>Reads those whose bodies have not expired, in their order.</summary>
    /// <param name="cancellationToken">Ends the work, also half-way.</param>
    public async IAsyncEnumerable<LedgerEntry> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        for (var position = From; position < To;)
        {
            var page = await _read(position, (int)Math.Min(500, To - position), cancellationToken).ConfigureAwait(false);
            if (page.IsEmpty)
            {
                throw LedgerException.NotAsOrdered(position);
            }

            foreach (var entry in page)
            {
                if (entry.Entry is { } body)
                {
                    yield return body;
                }
            }

            position = page[^1].Position + 1;
        }
    }

    /// <summary>Reads of which streams of a kind entries came back, each once, in the order of their first.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="cancellationToken">Ends the work, also half-way.</param>
    internal async IAsyncEnumerable<StreamId> ReadStreamsAsync(StreamKind kind, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var seen = new HashSet<StreamId>();
        await foreach (var entry in ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            if (entry.Stream.Kind == kind && seen.Add(entry.Stream))
            {
                yield return entry.Stream;
            }
        }
    }

    /// <summary>Reads what the streams of a kind come to of which entries came back, or would come to.</summary>
    /// <typeparam name="TState">What they come to.</typeparam>
    /// <param name="streams">The streams of the database.</param>
    /// <param name="cancellationToken">Ends the work, also half-way.</param>
    /// <remarks>Streams that a newer program wrote to are left out: nobody here knows what they come to.</remarks>
    internal async IAsyncEnumerable<(StreamId Stream, TState State)> ReadStatesAsync<TState>(LedgerStreams streams, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        where TState : class, IStreamState<TState>
    {
        if (!IsRehearsal)
        {
            await foreach (var some in ReadStreamsAsync(TState.Fold.Kind, cancellationToken).Chunk(StreamsAtOnce).ConfigureAwait(false))
            {
                foreach (var snapshot in await streams.LoadAsync<TState>(some.ToValueList(), cancellationToken).ConfigureAwait(false))
                {
                    if (snapshot.State is { } state)
                    {
                        yield return (snapshot.Stream, state);
                    }
                }
            }

            yield break;
        }

        var folded = new OrderedDictionary<StreamId, StreamSnapshot<TState>>();
        await foreach (var entry in ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            if (entry.Stream.Kind == TState.Fold.Kind)
            {
                var before = folded.TryGetValue(entry.Stream, out var known) ? known : await streams.LoadAsync<TState>(entry.Stream, cancellationToken).ConfigureAwait(false);
                folded[entry.Stream] = before.State is { } state && entry.Version == before.Version + 1 && TState.Fold.Knows(entry.Type)
                    ? before with { Version = entry.Version, State = TState.Fold.Apply(state, entry) }
                    : before;
            }
        }

        foreach (var (stream, snapshot) in folded)
        {
            if (snapshot.State is { } state)
            {
                yield return (stream, state);
            }
        }
    }
}
