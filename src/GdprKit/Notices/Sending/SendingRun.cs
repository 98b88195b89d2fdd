using System.Threading.Channels;
using GdprKit.Ledger;
using NodaTime;

namespace GdprKit.Notices;

/// <summary>One call of the sender, under one lease.</summary>
internal sealed class SendingRun(
    SendingAccess access, NoticeMailOptions options, NoticeVersion text, CampaignTerms terms, Lease lease, SendingProgress progress, SendingLog log, IClock clock, TimeProvider time)
{
    /// <summary>Who is killed leaves the lease standing for this long. While mails are handed over it is renewed, also when no server answers for longer.</summary>
    public static readonly Duration Held = Duration.FromMinutes(5);

    /// <summary>How long to wait for a server that takes no mail at all, or for another instance.</summary>
    public static readonly Duration Pause = Duration.FromMinutes(1);

    // Shorter than a host waits for its services when it stops.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(20);

    private readonly DueDeliveries _due = new(access.Streams, access.Store, access.Subjects, access.Contacts, text, text.Audience.KindsIn(access.Register));

    private readonly DeliveryHandling _handling = new(access.Transport, new NoticeMailWriter(access.Register, access.Links, options), options, text, progress.Doubts, log, clock);

    private Lease _lease = lease;

    private volatile bool _isOver;

    private bool _isLost;

    public NoticeSendingResult Result { get; private set; } = new();

    public NoticeVersion Text => text;

    /// <summary>Hands over the next few mails, and records what became of them.</summary>
    /// <returns>Whether there may be more to do now.</returns>
    public async ValueTask<bool> NextWaveAsync(int most, CancellationToken cancellationToken)
    {
        var room = progress.Allowance?.At(clock.GetCurrentInstant(), most) ?? most;
        if (room == 0)
        {
            Result = Result with { NextAt = progress.Allowance!.NextAt() };
            return false;
        }

        await access.Guard.RequireAsync(cancellationToken).ConfigureAwait(false);
        if (await FindDueAsync(room, cancellationToken).ConfigureAwait(false) is not { } due)
        {
            Result = Result with { NextAt = await NextAtAsync(cancellationToken).ConfigureAwait(false) };
            return false;
        }

        await HandOverAsync(due, cancellationToken).ConfigureAwait(false);
        var isKept = !_isLost && await KeepLeaseAsync(cancellationToken).ConfigureAwait(false);
        Result = Result with
        {
            IsElsewhere = !isKept,
            NextAt = !isKept || Result.Stalled is not null ? clock.GetCurrentInstant() + Pause : _isOver ? clock.GetCurrentInstant() : null,
        };
        return isKept && !_isOver;
    }

    private async ValueTask<List<DueDelivery>?> FindDueAsync(int limit, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        if (await _due.FindOrphansAsync(_lease.Fence, limit, cancellationToken).ConfigureAwait(false) is { Count: > 0 } orphans)
        {
            return orphans;
        }

        if (await _due.FindRetriesAsync(now, limit, cancellationToken).ConfigureAwait(false) is { Count: > 0 } retries)
        {
            return retries;
        }

        if (await _due.ClaimAsync(_lease.Fence, now, limit, cancellationToken).ConfigureAwait(false) is { } claimed)
        {
            return claimed;
        }

        // An idle look every minute would say it again and again.
        log.Unidentified(Result.Sent + Result.Unreachable + Result.Deferred > 0 ? _due.Unidentified : 0);
        if (await _due.FindReturnedAsync(limit, cancellationToken).ConfigureAwait(false) is { Count: > 0 } returned)
        {
            return returned;
        }

        return ToldBefore(now) is { } told && await _due.FindRemindersAsync(told, now, limit, cancellationToken).ConfigureAwait(false) is { Count: > 0 } reminders
            ? reminders
            : null;
    }

    // Mails go over several connections at once; the ledger, which may be one connection, is written by this one alone, all that is known in one batch.
    private async ValueTask HandOverAsync(List<DueDelivery> due, CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var cutting = new CancellationTokenSource();
        // Whose server is asked to break off in the middle of a mail may have it, and sends it, and is handed it again.
        await using var finishing = cancellationToken.Register(() => cutting.CancelAfter(Grace)).ConfigureAwait(false);
        var outcomes = Channel.CreateUnbounded<DeliveryOutcome>(new() { SingleReader = true });
        var sending = SendAllAsync(due, outcomes.Writer, ending.Token, cutting.Token);
        try
        {
            await RecordAllAsync(outcomes.Reader).ConfigureAwait(false);
        }
        catch
        {
            // What cannot be recorded must not be sent.
            await ending.CancelAsync().ConfigureAwait(false);
            await cutting.CancelAsync().ConfigureAwait(false);
            await sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }

        await sending.ConfigureAwait(false);
    }

    private async ValueTask RecordAllAsync(ChannelReader<DeliveryOutcome> outcomes)
    {
        var known = new List<DeliveryOutcome>();
        while (await WaitToReadAsync(outcomes).ConfigureAwait(false))
        {
            known.Clear();
            while (outcomes.TryRead(out var outcome))
            {
                known.Add(outcome);
            }

            await RecordAsync(known).ConfigureAwait(false);
            await KeepLeaseInTimeAsync().ConfigureAwait(false);
        }
    }

    // A server can leave every connection without an answer for longer than the lease lasts; who took it over then would send the same mails.
    private async ValueTask<bool> WaitToReadAsync(ChannelReader<DeliveryOutcome> outcomes)
    {
        var reading = outcomes.WaitToReadAsync(CancellationToken.None).AsTask();
        while (!reading.IsCompleted)
        {
            using var waking = new CancellationTokenSource();
            await Task.WhenAny(reading, Task.Delay((Held / 4).ToTimeSpan(), time, waking.Token)).ConfigureAwait(false);
            await waking.CancelAsync().ConfigureAwait(false);
            await KeepLeaseInTimeAsync().ConfigureAwait(false);
        }

        return await reading.ConfigureAwait(false);
    }

    private async ValueTask KeepLeaseInTimeAsync()
    {
        if (!_isLost && clock.GetCurrentInstant() >= _lease.ExpiresAt - (Held / 2))
        {
            _isOver |= !await KeepLeaseAsync(CancellationToken.None).ConfigureAwait(false);
        }
    }

    private async Task SendAllAsync(List<DueDelivery> due, ChannelWriter<DeliveryOutcome> outcomes, CancellationToken beginning, CancellationToken finishing)
    {
        try
        {
            var parallel = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, access.Transport.MostAtOnce), CancellationToken = beginning };
            await Parallel.ForEachAsync(due, parallel, HandleAsync).ConfigureAwait(false);
        }
        finally
        {
            outcomes.Complete();
        }

        // Those who are left claimed are found by the next run.
        async ValueTask HandleAsync(DueDelivery one, CancellationToken _)
        {
            // Whose lease ran out may have been asleep for as long, and another one sends these mails by now.
            _isOver |= clock.GetCurrentInstant() >= _lease.ExpiresAt;
            if (_isOver)
            {
                return;
            }

            var outcome = await _handling.HandleAsync(one, beginning, finishing).ConfigureAwait(false);
            _isOver |= outcome.Mail is MailOutcome.Stalled;
            outcomes.TryWrite(outcome);
        }
    }

    // A mail that went is recorded, also when the work is being ended.
    private async ValueTask RecordAsync(List<DeliveryOutcome> outcomes)
    {
        var changes = outcomes
            .Where(outcome => outcome.Draft is not null)
            .Select(outcome => StreamChange.To<NoticeDelivery>(outcome.Due.Stream, about: null, state => IsAsBefore(state, outcome.Due.Before) ? [outcome.Draft!] : []))
            .ToValueList();
        if (!changes.IsEmpty)
        {
            await AppendAsync(changes).ConfigureAwait(false);
        }

        foreach (var outcome in outcomes)
        {
            Count(outcome);
        }

        progress.Allowance?.Use(outcomes.Count(outcome => outcome.Mail is not null));
    }

    private void Count(DeliveryOutcome outcome)
    {
        var (due, draft, mail) = outcome;
        var isPutOff = draft?.Type == DeliveryEntries.Deferred.Type || draft?.Type == DeliveryEntries.ReminderDeferred.Type;
        var isOfProgram = mail is MailOutcome.Deferred { Fault: var fault } && SendingDoubts.IsOfProgram(fault);
        Result = mail is MailOutcome.Accepted
            ? Result with { Sent = Result.Sent + 1, Reminded = Result.Reminded + (due.IsReminder ? 1 : 0) }
            : Result with
            {
                Deferred = Result.Deferred + (isPutOff ? 1 : 0),
                Unreachable = Result.Unreachable + (draft is null || isPutOff ? 0 : 1),
                Failures = Result.Failures + (isOfProgram || mail is MailOutcome.Stalled { Fault: var each } && SendingDoubts.IsOfProgram(each) ? 1 : 0),
                Stalled = mail is MailOutcome.Stalled stalled ? stalled.Fault : Result.Stalled,
            };
    }

    // That a mail went is true whoever holds the lease, and spares the next holder sending it again.
    private async ValueTask AppendAsync(ValueList<StreamChange> changes)
    {
        try
        {
            await access.Streams.AppendAsync(changes, _isLost ? null : _lease.Fence, CancellationToken.None).ConfigureAwait(false);
        }
        catch (LedgerException refusal) when (refusal.Id == LedgerMessages.LeaseLost)
        {
            _isLost = _isOver = true;
            await access.Streams.AppendAsync(changes, cancellationToken: CancellationToken.None).ConfigureAwait(false);
        }
    }

    // What somebody else has recorded meanwhile stands: another sender, a bounce, a letter. Who said to have read it was told by this all the same.
    private static bool IsAsBefore(NoticeDelivery state, NoticeDelivery before) =>
        state.AcknowledgedAt is not null || (state.Status == before.Status && state.ClaimedUnder == before.ClaimedUnder);

    private async ValueTask<bool> KeepLeaseAsync(CancellationToken cancellationToken)
    {
        if (await access.Store.LeaseAsync(LeaseRequest.Renew(_lease, clock.GetCurrentInstant(), Held, progress.Write()), cancellationToken).ConfigureAwait(false) is not { } kept)
        {
            _isLost = true;
            return false;
        }

        _lease = kept;
        return true;
    }

    // Somebody is reminded a period after being told, so whoever was told before that period is.
    private Instant? ToldBefore(Instant now) => terms.RemindAfter is { } period ? access.Register.Controller.Before(now, period) : null;

    private ValueTask<Instant?> NextAtAsync(CancellationToken cancellationToken) => _due.NextRetryAsync(
        clock.GetCurrentInstant(), options.RetryAfter.IsEmpty ? null : clock.GetCurrentInstant() + options.RetryAfter.Min(), cancellationToken);
}
