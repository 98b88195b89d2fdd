namespace GdprKit.Ledger;

/// <summary>Folds the heads of streams again from their entries, and compares.</summary>
internal sealed class HeadVerification(LedgerAccess ledger, FindingList findings, IProgress<VerificationProgress>? progress)
{
    public async ValueTask<long> RunAsync(ValueList<StreamFold> folds, long entries, CancellationToken cancellationToken)
    {
        var (reading, heads) = (new StreamReading(ledger.Store), 0L);
        foreach (var fold in folds)
        {
            for (var query = new HeadQuery(HeadFilter.Of(fold.Kind)); query is not null;)
            {
                if (await TryReadAsync(query, cancellationToken).ConfigureAwait(false) is not { } page)
                {
                    // Behind a head that cannot be read nobody knows where to go on.
                    findings.Add(new VerificationFinding(VerificationFault.HeadChanged, Kind: fold.Kind));
                    break;
                }

                foreach (var head in page)
                {
                    if (!await IsRightAsync(fold, reading, head, cancellationToken).ConfigureAwait(false))
                    {
                        findings.Add(new VerificationFinding(VerificationFault.HeadChanged, Kind: fold.Kind));
                    }
                }

                heads += page.Count;
                progress?.Report(new VerificationProgress(entries + heads, entries));
                query = query.Next(page);
            }
        }

        return heads;
    }

    // Somebody may have added to the stream since the page was read; then the head that stands now is compared.
    private async ValueTask<bool> IsRightAsync(StreamFold fold, StreamReading reading, StreamHead head, CancellationToken cancellationToken)
    {
        try
        {
            return await fold.RefoldAsync(reading, head, cancellationToken).ConfigureAwait(false) is { } folded
                ? head.FoldVersion != fold.Version || folded.Head == head || await HasBecomeAsync(head.Stream, folded.Head, cancellationToken).ConfigureAwait(false)
                : await CountsItsEntriesAsync(head, cancellationToken).ConfigureAwait(false) || !await HasBecomeAsync(head.Stream, head, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (IsUnreadable(exception))
        {
            return false;
        }
    }

    /// <summary>Whether a store failed because what is stored cannot be read at all: then it was changed.</summary>
    public static bool IsUnreadable(Exception exception) => exception is LedgerException or FormatException or ArgumentException or InvalidCastException or OverflowException;

    private async ValueTask<ValueList<StreamHead>?> TryReadAsync(HeadQuery query, CancellationToken cancellationToken)
    {
        try
        {
            return await ledger.Store.QueryHeadsAsync(query, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (IsUnreadable(exception))
        {
            return null;
        }
    }

    // A newer program wrote to the stream, it is claimed and has no entry yet, or it is gone; or its head counts entries that are not there.
    private async ValueTask<bool> CountsItsEntriesAsync(StreamHead head, CancellationToken cancellationToken)
    {
        LedgerEntry? last = null;
        await foreach (var entry in ledger.Store.ReadStreamAsync(head.Stream, Math.Max(head.Version - 1, 0), cancellationToken).ConfigureAwait(false))
        {
            last = entry;
        }

        return (last?.Version ?? 0) == head.Version && (last is null || last.RecordedAt == head.RecordedAt);
    }

    private async ValueTask<bool> HasBecomeAsync(StreamId stream, StreamHead expected, CancellationToken cancellationToken) =>
        await ledger.Store.FindHeadsAsync([stream], cancellationToken).ConfigureAwait(false) is [var standing] && standing == expected;
}
