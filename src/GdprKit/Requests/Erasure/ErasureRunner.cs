using GdprKit.Ledger;
using GdprKit.Requests;
using Microsoft.Extensions.Logging;

namespace GdprKit;

/// <summary>
/// Carries out erasures that were ordered: at every store and target that answers by itself, again and again until it has answered, and once more on the day on which what stays may go. Call it from a
/// worker or from a scheduler, again and again; of several instances one is at it at a time.
/// </summary>
/// <remarks>
/// <para>
/// Nothing goes before the order lies in the mirror, where there is one. Of a store everything goes in one transaction, or in a few where rows are judged by others, each with its entry in the ledger; what a hold, a
/// restriction or another request protects stays, and goes by itself afterwards. What is about somebody else as well stays. At the end what is left of it in places that nobody reads goes too, as free
/// pages of a file of SQLite, unless <see cref="RetentionRunOptions.CompactsAfterwards"/> is switched off.
/// </para>
/// <para>
/// When every place has answered, nothing is left and the person was told, what people wrote about the person is forgotten, and last the link is removed that leads from the ledger to the person. Killed at any
/// point, the next call goes on. It joins no transaction of the host: call it in a scope of its own. Of the life of its streams.
/// </para>
/// </remarks>
public sealed partial class ErasureRunner
{
    private static readonly LeaseName Work = LeaseName.Parse("erasure.run");

    private readonly ErasureSurroundings _surroundings;
    private readonly LedgerSequencer? _mirror;
    private readonly LedgerGuard? _guard;
    private readonly Guid _holder = Guid.NewGuid();

    internal ErasureRunner(ErasureSurroundings surroundings, LedgerSequencer? mirror, LedgerGuard? guard = null) => (_surroundings, _mirror, _guard) = (surroundings, mirror, guard);

    /// <summary>Carries out what is due now.</summary>
    /// <param name="cancellationToken">Ends the work between two transactions, or in one, which is taken back then; the next call goes on there.</param>
    /// <returns>What came of it.</returns>
    /// <exception cref="LedgerException">GDPR3104: another instance took over, because this one was late. GDPR3107 to GDPR3141: the mirror cannot be used, or the database is an older copy that was restored, so nothing goes.</exception>
    public async ValueTask<ErasureRound> RunAsync(CancellationToken cancellationToken = default)
    {
        var due = ErasureSurroundings.UnderWay with { DueBefore = _surroundings.Now + LedgerTime.Step };
        if (await _surroundings.Streams.ReadHeadsAsync(due, cancellationToken).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false) is null)
        {
            return new ErasureRound(0, IsElsewhere: false);
        }

        if (_guard is not null)
        {
            await _guard.RequireAsync(cancellationToken).ConfigureAwait(false);
        }

        if (await _surroundings.Store.LeaseAsync(LeaseRequest.Take(Work, _holder, _surroundings.Now, ErasureExecution.Held), cancellationToken).ConfigureAwait(false) is not { } lease)
        {
            return new ErasureRound(0, IsElsewhere: true);
        }

        var orders = 0;
        try
        {
            var execution = new ErasureExecution(_surroundings, _mirror is { HasMirror: true } ? _mirror : null, lease);
            await foreach (var some in _surroundings.Streams.ReadHeadsAsync(due, cancellationToken).Select(head => head.Stream).Chunk(ErasureExecution.OrdersAtOnce).ConfigureAwait(false))
            {
                var done = await execution.DoTogetherAsync(some.ToValueList(), cancellationToken).ConfigureAwait(false);
                foreach (var stream in some.Where(stream => !done.Contains(stream)))
                {
                    await DoAloneAsync(execution, stream, cancellationToken).ConfigureAwait(false);
                }

                orders += some.Length;
            }

            await execution.CompactAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await _surroundings.Store.GiveBackAsync(lease, _surroundings.Clock).ConfigureAwait(false);
        }

        return new ErasureRound(orders, IsElsewhere: false);
    }

    private async ValueTask DoAloneAsync(ErasureExecution execution, StreamId stream, CancellationToken cancellationToken)
    {
        try
        {
            await execution.DoAsync(stream, cancellationToken).ConfigureAwait(false);
        }
        catch (ErasureEndedException)
        {
            // Taken back while it was carried out: what would have gone has stayed, and there is nothing left to do.
        }
        catch (LedgerException exception) when (exception.Id is LedgerMessages.NewerEntry or LedgerMessages.EntryUnreadable or LedgerMessages.StreamIncomplete)
        {
            // Of one person nobody knows what to do; nobody else waits for that.
            if (_surroundings.Logger is { } logger)
            {
                Unreadable(logger, RequestMessages.ErasureUnreadable, exception.Id);
            }
        }
    }

    [LoggerMessage(6021, LogLevel.Error, "{Id}: an erasure does not go on, because something in the ledger about it or about the person cannot be read ({Cause}). The others go on.")]
    private static partial void Unreadable(ILogger logger, string id, string cause);
}
