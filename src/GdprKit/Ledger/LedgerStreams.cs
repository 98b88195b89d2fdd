using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace GdprKit.Ledger;

/// <summary>
/// Reads what streams have come to and adds to them, in the host's transaction where there is one: the way in which every room, and a
/// host with streams of its own, uses the ledger.
/// </summary>
/// <remarks>As safe for use by several threads as its store is; of the life of its store.</remarks>
/// <param name="store">Where the ledger is kept.</param>
/// <param name="clock">The clock.</param>
/// <param name="logger">Told of what an operator should know; <see langword="null"/> for nobody.</param>
/// <param name="listeners">Told of what is added; <see langword="null"/> for nobody.</param>
/// <param name="guard">Knows whether the database is an older copy that was restored; <see langword="null"/> for nobody.</param>
public sealed partial class LedgerStreams(
    ILedgerStore store, IClock clock, ILogger<LedgerStreams>? logger = null, IEnumerable<IAppendListener>? listeners = null, LedgerGuard? guard = null)
{
    // Every conflict means that somebody else got on, so this many in a row is a stream that should have been several.
    private const int MostAttempts = 64;

    private readonly StreamReading _reading = new(store);
    private readonly IAppendListener[] _listeners = [.. listeners ?? []];

    /// <summary>Where the ledger is kept.</summary>
    internal ILedgerStore Store => store;

    /// <summary>Reads a stream.</summary>
    /// <typeparam name="TState">What it comes to.</typeparam>
    /// <param name="stream">The stream.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The stream; with version 0 and the empty state when it has no entries.</returns>
    /// <exception cref="ArgumentException">GDPR1121: the stream has another kind than the fold.</exception>
    /// <exception cref="LedgerException">GDPR3105 or GDPR3106: the entries cannot be read, or one is missing.</exception>
    public async ValueTask<StreamSnapshot<TState>> LoadAsync<TState>(StreamId stream, CancellationToken cancellationToken = default)
        where TState : class, IStreamState<TState> =>
        (await LoadAsync<TState>([stream], cancellationToken).ConfigureAwait(false))[0];

    /// <summary>Reads several streams of one kind.</summary>
    /// <typeparam name="TState">What they come to.</typeparam>
    /// <param name="streams">The streams, at most 10,000.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>One for each, in the same order.</returns>
    /// <inheritdoc cref="LoadAsync{TState}(StreamId, CancellationToken)"/>
    public async ValueTask<ValueList<StreamSnapshot<TState>>> LoadAsync<TState>(ValueList<StreamId> streams, CancellationToken cancellationToken = default)
        where TState : class, IStreamState<TState>
    {
        foreach (var stream in streams)
        {
            StreamChange<TState>.RequireKind(stream);
        }

        var heads = await FindHeadsAsync(streams, cancellationToken).ConfigureAwait(false);
        var snapshots = new StreamSnapshot<TState>[streams.Count];
        for (var i = 0; i < snapshots.Length; i++)
        {
            snapshots[i] = await _reading.ReadAsync<TState>(streams[i], heads.GetValueOrDefault(streams[i]), cancellationToken).ConfigureAwait(false);
        }

        return ValueList.Create<StreamSnapshot<TState>>(snapshots);
    }

    /// <summary>Reads a stream whose head was looked up before, together with heads of other kinds.</summary>
    /// <typeparam name="TState">What it comes to.</typeparam>
    /// <param name="stream">The stream.</param>
    /// <param name="head">Its head; <see langword="null"/> when it has none.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <inheritdoc cref="LoadAsync{TState}(StreamId, CancellationToken)"/>
    public ValueTask<StreamSnapshot<TState>> LoadAsync<TState>(StreamId stream, StreamHead? head, CancellationToken cancellationToken = default)
        where TState : class, IStreamState<TState>
    {
        StreamChange<TState>.RequireKind(stream);
        return _reading.ReadAsync<TState>(stream, head, cancellationToken);
    }

    /// <summary>Reads the heads that meet a condition, page after page; nothing stays open between pages, so others can append meanwhile.</summary>
    /// <param name="where">Which heads.</param>
    /// <param name="cancellationToken">Ends the work, also half-way.</param>
    public async IAsyncEnumerable<StreamHead> ReadHeadsAsync(HeadFilter where, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        for (var query = new HeadQuery(where); query is not null;)
        {
            var page = await store.QueryHeadsAsync(query, cancellationToken).ConfigureAwait(false);
            foreach (var head in page)
            {
                yield return head;
            }

            query = query.Next(page);
        }
    }

    /// <summary>Adds to a stream what follows from its state.</summary>
    /// <typeparam name="TState">What it comes to.</typeparam>
    /// <param name="stream">The stream.</param>
    /// <param name="about">The person it is about, whose key must not occur in the facts or in the key of the stream; <see langword="null"/> where there is none.</param>
    /// <param name="decide">
    /// From the state to the entries to add; none leaves the stream as it is. Called again when somebody else was faster.
    /// </param>
    /// <param name="cancellationToken">Ends the work; afterwards everything is written or nothing.</param>
    /// <returns>The stream with what was added.</returns>
    /// <inheritdoc cref="AppendAsync(ValueList{StreamChange}, LeaseFence?, CancellationToken)"/>
    public async ValueTask<StreamSnapshot<TState>> AppendAsync<TState>(
        StreamId stream, SubjectId? about, Func<TState, ValueList<EntryDraft>> decide, CancellationToken cancellationToken = default)
        where TState : class, IStreamState<TState>
    {
        var written = await DecideAndAppendAsync([StreamChange.To(stream, about, decide)], null, cancellationToken).ConfigureAwait(false);
        return ((PendingChange<TState>)written[0]).Snapshot;
    }

    /// <summary>Adds to several streams together, or to none of them.</summary>
    /// <param name="changes">A decision about each stream, each stream once, at most 10,000.</param>
    /// <param name="under">The lease under which it is done; <see langword="null"/> for none.</param>
    /// <param name="cancellationToken">Ends the work; afterwards everything is written or nothing.</param>
    /// <remarks>
    /// A draft whose id the stream holds already, with the same type, the same facts and the same content, was recorded before: it is
    /// left out, whatever its details, so that a form that is sent twice counts once.
    /// </remarks>
    /// <exception cref="ArgumentException">GDPR1120: a stream stands twice, or there are too many. GDPR1121: a stream has another kind than its fold.</exception>
    /// <exception cref="LedgerException">
    /// GDPR1112 or GDPR1113: facts or the key of a stream hold a key of the person, or facts or a state a number that is too large. GDPR3100: an id belongs to another entry. GDPR3101:
    /// others were faster 64 times. GDPR3102: the host's transaction does not see what others have committed. GDPR3103: a newer program wrote to a
    /// stream. GDPR3104: the lease is somebody else's by now. GDPR3105 or GDPR3106: entries cannot be read, or one is missing.
    /// </exception>
    public async ValueTask AppendAsync(ValueList<StreamChange> changes, LeaseFence? under = null, CancellationToken cancellationToken = default) =>
        await DecideAndAppendAsync(changes, under, cancellationToken).ConfigureAwait(false);

    /// <summary>Folds the heads of a kind again that a lower version of the fold made, so that they are found by what is right now.</summary>
    /// <param name="fold">The fold.</param>
    /// <param name="cancellationToken">Ends the work, also half-way; what was done stays.</param>
    /// <returns>
    /// The number of heads that were written anew. Streams that a newer program wrote to are left as they are; so are those that cannot be
    /// folded, each with a warning in the log.
    /// </returns>
    public async ValueTask<long> RefoldAsync(StreamFold fold, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(fold);
        var refolded = 0L;
        await foreach (var head in ReadHeadsAsync(HeadFilter.Of(fold.Kind) with { FoldedBelow = fold.Version }, cancellationToken).ConfigureAwait(false))
        {
            // Who was faster has folded it as well, so a conflict needs no second try.
            if (await TryFoldAsync(fold, head, cancellationToken).ConfigureAwait(false) is { } append
                && await store.AppendAsync(AppendBatch.Of([append]), cancellationToken).ConfigureAwait(false) is AppendResult.Appended)
            {
                refolded++;
            }
        }

        if (refolded > 0 && logger is not null)
        {
            Refolded(logger, LedgerMessages.Refolded, fold.Kind, refolded, fold.Version);
        }

        return refolded;
    }

    // One stream that is damaged must not keep the others of its kind from being found.
    private async ValueTask<StreamAppend?> TryFoldAsync(StreamFold fold, StreamHead head, CancellationToken cancellationToken)
    {
        try
        {
            return await fold.RefoldAsync(_reading, head, cancellationToken).ConfigureAwait(false);
        }
        catch (LedgerException refusal)
        {
            if (logger is not null)
            {
                NotRefolded(logger, LedgerMessages.NotRefolded, fold.Kind, fold.Version, refusal.Message);
            }

            return null;
        }
    }

    private async ValueTask<ValueList<PendingChange>> DecideAndAppendAsync(ValueList<StreamChange> changes, LeaseFence? under, CancellationToken cancellationToken)
    {
        BatchCoherence.RequireCount(changes.Count);
        var isOutOfDate = changes.Any(change => change.CanProtect) && await IsOutOfDateAsync(cancellationToken).ConfigureAwait(false);
        var conflict = new AppendResult.Conflict([]);
        var seen = new Dictionary<StreamId, long>();
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            var heads = await FindHeadsAsync(changes.Select(change => change.Stream).ToValueList(), cancellationToken).ConfigureAwait(false);
            if (attempt > 0 && conflict.Streams.All(stream => seen[stream] == (heads.GetValueOrDefault(stream)?.Version ?? 0)))
            {
                throw LedgerRefusals.StaleView();
            }

            var (pending, overtaken) = await DecideAsync(changes, heads, isOutOfDate, cancellationToken).ConfigureAwait(false);
            switch (overtaken.IsEmpty ? await WriteAsync(pending, under, cancellationToken).ConfigureAwait(false) : new AppendResult.Conflict(overtaken))
            {
                case AppendResult.Appended:
                    if (isOutOfDate)
                    {
                        await KeepAsync(pending, cancellationToken).ConfigureAwait(false);
                    }

                    return pending;
                case AppendResult.LeaseLost:
                    throw LedgerRefusals.LeaseLost();
                case AppendResult.Conflict lost:
                    conflict = lost;
                    seen = pending.ToDictionary(change => change.Stream, change => change.Version);
                    break;
            }
        }

        throw LedgerRefusals.TooManyConflicts(MostAttempts);
    }

    private async ValueTask<(ValueList<PendingChange> Pending, ValueList<StreamId> Overtaken)> DecideAsync(
        ValueList<StreamChange> changes, Dictionary<StreamId, StreamHead> heads, bool isOutOfDate, CancellationToken cancellationToken)
    {
        var pending = new PendingChange[changes.Count];
        for (var i = 0; i < pending.Length; i++)
        {
            pending[i] = await changes[i].DecideAsync(_reading, heads.GetValueOrDefault(changes[i].Stream), isOutOfDate, cancellationToken).ConfigureAwait(false);
        }

        var overtaken = await new RecordedBefore(store).LeaveOutAsync(pending, cancellationToken).ConfigureAwait(false);
        return (ValueList.Create<PendingChange>(pending), overtaken);
    }

    // Whoever cannot be asked keeps nobody from recording.
    private async ValueTask<bool> IsOutOfDateAsync(CancellationToken cancellationToken)
    {
        try
        {
            return guard is not null && await guard.IsOlderCopyAsync(cancellationToken).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // The database that is about to be written to says so itself.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            return false;
        }
    }

    // It stands in the database in any case; that it could not be kept elsewhere as well is told.
    private async ValueTask KeepAsync(ValueList<PendingChange> pending, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var change in pending)
            {
                await guard!.KeepAsync(change.Protecting, change.About, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (LedgerException refusal)
        {
            if (logger is not null)
            {
                NotKept(logger, LedgerMessages.NotKeptInMirror, refusal.Message);
            }
        }
    }

    private async ValueTask<AppendResult> WriteAsync(ValueList<PendingChange> pending, LeaseFence? under, CancellationToken cancellationToken)
    {
        var changed = pending.Where(change => !change.Drafts.IsEmpty).ToList();
        if (changed.Count == 0)
        {
            return new AppendResult.Appended();
        }

        var now = clock.GetCurrentInstant();
        var content = changed.SelectMany(change => change.Drafts).SelectMany(draft => draft.Content).ToList();
        var batch = AppendBatch.Of(changed.Select(change => change.Seal(now)).ToList(), content, under);
        try
        {
            var result = await store.AppendAsync(batch, cancellationToken).ConfigureAwait(false);
            if (result is AppendResult.Appended)
            {
                Tell(batch);
            }

            return result;
        }
        catch
        {
            // It may be written, and only the answer be lost.
            Tell(batch);
            throw;
        }
    }

    private void Tell(AppendBatch batch) => Array.ForEach(_listeners, listener => listener.OnAppended(batch));

    private async ValueTask<Dictionary<StreamId, StreamHead>> FindHeadsAsync(ValueList<StreamId> streams, CancellationToken cancellationToken) =>
        (await store.FindHeadsAsync(streams, cancellationToken).ConfigureAwait(false)).ToDictionary(head => head.Stream);

    [LoggerMessage(6100, LogLevel.Information, "{Id}: {Count} heads of kind '{Kind}' were folded again by version {Version}.")]
    private static partial void Refolded(ILogger logger, string id, StreamKind kind, long count, int version);

    [LoggerMessage(6101, LogLevel.Warning, "{Id}: A head of kind '{Kind}' could not be folded again by version {Version}, and is found by what it said before. {Reason}")]
    private static partial void NotRefolded(ILogger logger, string id, StreamKind kind, int version, string reason);

    [LoggerMessage(6102, LogLevel.Error, "{Id}: What protects somebody was recorded in an older copy of the database, and could not be kept in the mirror as well; another restore would lose it. {Reason}")]
    private static partial void NotKept(ILogger logger, string id, string reason);
}
