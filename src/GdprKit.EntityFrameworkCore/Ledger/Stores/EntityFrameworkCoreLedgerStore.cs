using System.Runtime.CompilerServices;
using GdprKit.Ledger;
using Microsoft.EntityFrameworkCore;

namespace GdprKit.EntityFrameworkCore;

/// <summary>
/// The ledger in the application's own database, on the connection of a context and in its transaction. The model of the context has
/// the tables of <see cref="GdprKitModelBuilderExtensions"/>. Of the life of the context, and like it for one thread at a time.
/// </summary>
/// <param name="context">The context; it tracks nothing of the ledger, and saves nothing of its own here.</param>
public sealed class EntityFrameworkCoreLedgerStore(DbContext context) : ILedgerStore
{
    // So large that few statements are needed, and so small that large details do not fill the memory.
    private const int EntriesPerPage = 64;

    // A stream that went between a refusal and the question why leaves nothing to say; then it is tried again.
    private const int Attempts = 8;

    private readonly HostDatabase _database = new(context);

    /// <inheritdoc/>
    public async ValueTask<AppendResult> AppendAsync(AppendBatch batch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var isWritten = await WriteAsync(batch, cancellationToken).ConfigureAwait(false);
            if (isWritten)
            {
                return new AppendResult.Appended();
            }

            if (await WhyNotAsync(batch, cancellationToken).ConfigureAwait(false) is { } reason)
            {
                return reason;
            }
        }

        return new AppendResult.Conflict(batch.Streams.Select(append => append.Stream).ToValueList());
    }

    /// <inheritdoc/>
    public ValueTask<ValueList<StreamHead>> FindHeadsAsync(ValueList<StreamId> streams, CancellationToken cancellationToken)
    {
        LedgerLimits.RequireAtOnce(streams.Count);
        return _database.ReadAsync((commands, token) => HeadQueries.FindAsync(commands, streams, token), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<ValueList<StreamHead>> QueryHeadsAsync(HeadQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        return _database.ReadAsync((commands, token) => HeadQueries.PageAsync(commands, query, token), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<ValueList<HeadCount>> CountHeadsAsync(HeadFilter where, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(where);
        return _database.ReadAsync((commands, token) => HeadQueries.CountAsync(commands, where, token), cancellationToken);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<LedgerEntry> ReadStreamAsync(StreamId stream, long afterVersion, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Page after page, so that nothing stays open on the connection of the host between two entries.
        int read;
        do
        {
            // What was handed out is let go, so that the next page is not held beside this one.
            var page = new Queue<LedgerEntry>(await _database.ReadAsync(
                (commands, token) => EntryQueries.PageAsync(commands, stream, afterVersion, EntriesPerPage, token), cancellationToken).ConfigureAwait(false));
            read = page.Count;
            while (page.TryDequeue(out var entry))
            {
                cancellationToken.ThrowIfCancellationRequested();
                afterVersion = entry.Version;
                yield return entry;
            }
        }
        while (read == EntriesPerPage);
    }

    /// <inheritdoc/>
    public ValueTask<ValueList<LedgerEntry>> ReadLatestAsync(EntryId? before, int limit, CancellationToken cancellationToken)
    {
        LedgerLimits.RequirePage(limit);
        return _database.ReadAsync((commands, token) => EntryQueries.LatestAsync(commands, before, limit, token), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<ValueList<EntryHash>> FindHashesAsync(ValueList<EntryId> entries, CancellationToken cancellationToken)
    {
        LedgerLimits.RequireAtOnce(entries.Count);
        return HashesOfAsync(entries, cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<LedgerContent?> ReadContentAsync(Digest digest, CancellationToken cancellationToken) =>
        (await _database.ReadAsync(
            (commands, token) => commands.ReadAsync(
                $"SELECT bytes FROM {commands.Sql.Content} WHERE digest = @digest",
                [new("@digest", StoredBytes.Of(digest))],
                row => LedgerContent.Of(StoredRows.Bytes(row, 0)),
                token),
            cancellationToken).ConfigureAwait(false)).SingleOrDefault();

    /// <inheritdoc/>
    public ValueTask<long> ForgetDetailsAsync(HeadFilter where, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(where);
        return _database.WriteOnceAsync((commands, token) => Forgetting.DetailsAsync(commands, where, token), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<long> ExpireAsync(StreamExpiry expiry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(expiry);
        return _database.WriteOnceAsync<long>(async (commands, token) => await Forgetting.StreamsAsync(commands, expiry, token).ConfigureAwait(false), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<Lease?> LeaseAsync(LeaseRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _database.WriteAsync<Lease?>(async (commands, token) => (true, await Leasing.ApplyAsync(commands, request, token).ConfigureAwait(false)), cancellationToken);
    }

    private async ValueTask<bool> WriteAsync(AppendBatch batch, CancellationToken cancellationToken)
    {
        if (_database.Sql.Dialect.IsPostgreSql && !batch.IsShield && PostgreSqlSingleAppend.Fits(batch))
        {
            var isWritten = await _database.WriteAtOnceAsync(
                (commands, commits, token) => PostgreSqlSingleAppend.WriteAsync(commands, batch, commits, token), cancellationToken).ConfigureAwait(false);
            if (isWritten || batch.Content.IsEmpty)
            {
                return isWritten;
            }
        }

        return await _database.WriteAsync<bool>(
            async (commands, token) =>
            {
                if (batch.IsShield)
                {
                    await DisposalLock.KeepOutAsync(commands, token).ConfigureAwait(false);
                }

                var written = commands.Sql.Dialect.IsSqlite
                    ? await SqliteAppend.WriteAsync(commands, batch, token).ConfigureAwait(false)
                    : await PostgreSqlAppend.WriteAsync(commands, batch, token).ConfigureAwait(false);
                return (written, written);
            },
            cancellationToken).ConfigureAwait(false);
    }

    // A batch can have more entries than may be asked for at once.
    private ValueTask<ValueList<EntryHash>> HashesOfAsync(ValueList<EntryId> entries, CancellationToken cancellationToken) =>
        _database.ReadAsync((commands, token) => EntryQueries.HashesAsync(commands, entries, token), cancellationToken);

    private async ValueTask<AppendResult?> WhyNotAsync(AppendBatch batch, CancellationToken cancellationToken)
    {
        if (batch.Under is { } fence
            && !await _database.ReadAsync((commands, token) => Leasing.IsHeldAsync(commands, fence, token), cancellationToken).ConfigureAwait(false))
        {
            return new AppendResult.LeaseLost();
        }

        var entries = batch.Streams.SelectMany(append => append.Entries).ToList();
        var known = (await HashesOfAsync(entries.Select(entry => entry.Id).ToValueList(), cancellationToken).ConfigureAwait(false)).ToDictionary(hash => hash.Id, hash => hash.Hash);
        if (entries.Count > 0 && entries.TrueForAll(entry => known.TryGetValue(entry.Id, out var hash) && hash == entry.Hash))
        {
            return new AppendResult.Appended();
        }

        var heads = (await FindHeadsAsync(batch.Streams.Select(append => append.Stream).ToValueList(), cancellationToken).ConfigureAwait(false)).ToDictionary(head => head.Stream);
        var stale = batch.Streams.Where(append => !append.Fits(heads.GetValueOrDefault(append.Stream))).Select(append => append.Stream).ToValueList();

        // Where nothing that stands in the way can be seen, or no head, entries may be left of a stream whose head was lost.
        await RequireWholeAsync(stale.IsEmpty && known.Count == 0 ? batch.Streams : batch.Streams.Where(append => !heads.ContainsKey(append.Stream)), cancellationToken).ConfigureAwait(false);
        return !stale.IsEmpty ? new AppendResult.Conflict(stale)
            : known.Count > 0 ? throw LedgerException.IdTaken()
            : null;
    }

    private async ValueTask RequireWholeAsync(IEnumerable<StreamAppend> appends, CancellationToken cancellationToken)
    {
        foreach (var append in appends)
        {
            if (await _database.ReadAsync((commands, token) => EntryQueries.AreLeftAsync(commands, append.Stream, token), cancellationToken).ConfigureAwait(false))
            {
                throw LedgerException.StreamIncomplete(append.Stream);
            }
        }
    }
}
