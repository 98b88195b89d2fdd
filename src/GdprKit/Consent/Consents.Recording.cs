using GdprKit.Consent;
using GdprKit.Ledger;
using NodaTime;

namespace GdprKit;

public sealed partial class Consents
{
    private async ValueTask<ConsentRecord> RecordAsync(
        SubjectId subject, StreamId stream, EntryId? id, ConsentStep step, Func<ConsentRecord, Instant, StepOutcome, EntryDraft?> draft, CancellationToken cancellationToken)
    {
        if (await IsRecordedAsync(id, [stream], cancellationToken).ConfigureAwait(false))
        {
            return (await _streams.LoadAsync<ConsentRecord>(stream, cancellationToken).ConfigureAwait(false)).State ?? new();
        }

        var now = _rules.Now;
        var snapshot = await _streams.AppendAsync<ConsentRecord>(stream, subject, Decide, cancellationToken).ConfigureAwait(false);
        return snapshot.State!;

        ValueList<EntryDraft> Decide(ConsentRecord state)
        {
            // Who sent the same form at the same time was faster.
            if (id is not null && state.LastEntry == id)
            {
                return [];
            }

            var status = state.StatusAt(now);
            var outcome = ConsentTransitions.Of(step, status);
            return outcome switch
            {
                StepOutcome.Nothing => [],
                StepOutcome.Refused => throw ConsentRefusals.NotFollowing(step, status),
                _ => draft(state, now, outcome) is { } made ? [made] : [],
            };
        }
    }

    /// <summary>Whether a form was recorded before, whatever came after it: replayed, it changes nothing.</summary>
    /// <exception cref="LedgerException">GDPR3100: the id is that of an entry somewhere else.</exception>
    private async ValueTask<bool> IsRecordedAsync(EntryId? id, IEnumerable<StreamId> streams, CancellationToken cancellationToken)
    {
        if (id is not { } given || (await _store.FindHashesAsync([given], cancellationToken).ConfigureAwait(false)).IsEmpty)
        {
            return false;
        }

        foreach (var stream in streams)
        {
            await foreach (var entry in _store.ReadStreamAsync(stream, 0, cancellationToken).ConfigureAwait(false))
            {
                if (entry.Id == given)
                {
                    return true;
                }
            }
        }

        throw LedgerException.IdTaken();
    }
}
