using GdprKit.Ledger;

namespace GdprKit.Conformance.Ledger;

/// <summary>What stores get wrong when they write.</summary>
internal static class AppendingDefects
{
    internal sealed class WritesWhatFits(ILedgerStore sound) : DefectiveLedgerStore(sound)
    {
        public override async ValueTask<AppendResult> AppendAsync(AppendBatch batch, CancellationToken cancellationToken)
        {
            var result = await Sound.AppendAsync(batch, cancellationToken);
            if (result is AppendResult.Conflict conflict && batch.Streams.Any(append => !conflict.Streams.Contains(append.Stream)))
            {
                await Sound.AppendAsync(AppendBatch.Of(batch.Streams.Where(append => !conflict.Streams.Contains(append.Stream))), cancellationToken);
            }

            return result;
        }
    }

    internal sealed class WritesTheHeadAnyway(ILedgerStore sound) : DefectiveLedgerStore(sound)
    {
        public override async ValueTask<AppendResult> AppendAsync(AppendBatch batch, CancellationToken cancellationToken)
        {
            var result = await Sound.AppendAsync(batch, cancellationToken);
            if (result is AppendResult.Conflict && (await Sound.FindHeadsAsync([batch.Streams[0].Stream], cancellationToken)).FirstOrDefault() is { } standing)
            {
                var head = batch.Streams[0].Head with { Version = standing.Version };
                await Sound.AppendAsync(AppendBatch.Of([new StreamAppend(standing.Version, [], head)]), cancellationToken);
            }

            return result;
        }
    }

    internal sealed class LetsEverybodyClaim(ILedgerStore sound) : DefectiveLedgerStore(sound)
    {
        public override async ValueTask<AppendResult> AppendAsync(AppendBatch batch, CancellationToken cancellationToken) =>
            await Sound.AppendAsync(batch, cancellationToken) is AppendResult.Conflict conflict && batch.Streams[0].ExpectedVersion != StreamAppend.Absent ? conflict : new AppendResult.Appended();
    }

    internal sealed class WritesEntriesOnly(ILedgerStore sound) : DefectiveLedgerStore(sound)
    {
        public override ValueTask<AppendResult> AppendAsync(AppendBatch batch, CancellationToken cancellationToken) =>
            batch.Streams.Any(append => append.Entries.IsEmpty) ? new(new AppendResult.Appended()) : Sound.AppendAsync(batch, cancellationToken);
    }

    internal sealed class NamesTheFirst(ILedgerStore sound) : DefectiveLedgerStore(sound)
    {
        public override async ValueTask<AppendResult> AppendAsync(AppendBatch batch, CancellationToken cancellationToken) =>
            await Sound.AppendAsync(batch, cancellationToken) is var result && result is AppendResult.Conflict conflict ? new AppendResult.Conflict([conflict.Streams[0]]) : result;
    }

    internal sealed class KnowsNoContentTwice(ILedgerStore sound) : DefectiveLedgerStore(sound)
    {
        public override async ValueTask<AppendResult> AppendAsync(AppendBatch batch, CancellationToken cancellationToken)
        {
            foreach (var content in batch.Content)
            {
                if (await Sound.ReadContentAsync(content.Digest, cancellationToken) is not null)
                {
                    throw new InvalidOperationException("duplicate key value violates unique constraint");
                }
            }

            return await Sound.AppendAsync(batch, cancellationToken);
        }
    }

    internal sealed class TakesARepetitionForAConflict(ILedgerStore sound) : DefectiveLedgerStore(sound)
    {
        public override async ValueTask<AppendResult> AppendAsync(AppendBatch batch, CancellationToken cancellationToken)
        {
            var ids = batch.Streams.SelectMany(append => append.Entries).Select(entry => entry.Id).ToValueList();
            return (await Sound.FindHashesAsync(ids, cancellationToken)).Count > 0
                ? new AppendResult.Conflict(batch.Streams.Select(append => append.Stream).ToValueList())
                : await Sound.AppendAsync(batch, cancellationToken);
        }
    }

    internal sealed class IgnoresAClashOfIds(ILedgerStore sound) : DefectiveLedgerStore(sound)
    {
        public override async ValueTask<AppendResult> AppendAsync(AppendBatch batch, CancellationToken cancellationToken)
        {
            try
            {
                return await Sound.AppendAsync(batch, cancellationToken);
            }
            catch (LedgerException)
            {
                return new AppendResult.Appended();
            }
        }
    }

    internal sealed class LosesDetails(ILedgerStore sound) : DefectiveLedgerStore(sound)
    {
        public override IAsyncEnumerable<LedgerEntry> ReadStreamAsync(StreamId stream, long afterVersion, CancellationToken cancellationToken) =>
            Sound.ReadStreamAsync(stream, afterVersion, cancellationToken).Select(entry => entry with { Details = null });
    }

    internal sealed class LosesInSilence(ILedgerStore sound) : DefectiveLedgerStore(sound)
    {
        public override async ValueTask<AppendResult> AppendAsync(AppendBatch batch, CancellationToken cancellationToken)
        {
            await Sound.AppendAsync(batch, cancellationToken);
            return new AppendResult.Appended();
        }
    }

    internal sealed class FailsBesideOthers(ILedgerStore sound) : DefectiveLedgerStore(sound)
    {
        private readonly TaskCompletionSource _second = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _writers;

        public override async ValueTask<AppendResult> AppendAsync(AppendBatch batch, CancellationToken cancellationToken)
        {
            if (Interlocked.Increment(ref _writers) == 2)
            {
                _second.SetResult();
                throw new InvalidOperationException("deadlock detected");
            }

            await _second.Task.WaitAsync(cancellationToken);
            return await Sound.AppendAsync(batch, cancellationToken);
        }
    }

    internal sealed class DemandsContent(ILedgerStore sound) : DefectiveLedgerStore(sound)
    {
        public override async ValueTask<AppendResult> AppendAsync(AppendBatch batch, CancellationToken cancellationToken)
        {
            foreach (var digest in batch.Streams.SelectMany(append => append.Entries).SelectMany(entry => entry.Content).Except(batch.Content.Select(content => content.Digest)))
            {
                _ = await Sound.ReadContentAsync(digest, cancellationToken) ?? throw new InvalidOperationException("violates foreign key constraint");
            }

            return await Sound.AppendAsync(batch, cancellationToken);
        }
    }

    internal sealed class LooksAtTheLeaseLast(ILedgerStore sound) : DefectiveLedgerStore(sound)
    {
        public override async ValueTask<AppendResult> AppendAsync(AppendBatch batch, CancellationToken cancellationToken)
        {
            var ids = batch.Streams.SelectMany(append => append.Entries).Select(entry => entry.Id).ToValueList();
            return (await Sound.FindHashesAsync(ids, cancellationToken)).Count == ids.Count ? new AppendResult.Appended() : await Sound.AppendAsync(batch, cancellationToken);
        }
    }

    internal sealed class NamesTheStreamInItsRefusal(ILedgerStore sound) : DefectiveLedgerStore(sound)
    {
        public override async ValueTask<AppendResult> AppendAsync(AppendBatch batch, CancellationToken cancellationToken)
        {
            try
            {
                return await Sound.AppendAsync(batch, cancellationToken);
            }
            catch (LedgerException refusal)
            {
                throw new InvalidOperationException("the batch is refused", new InvalidOperationException($"duplicate key in {batch.Streams[0].Stream.Key}", refusal));
            }
        }
    }

    internal sealed class WritesStreamAfterStream(ILedgerStore sound) : DefectiveLedgerStore(sound)
    {
        public override async ValueTask<AppendResult> AppendAsync(AppendBatch batch, CancellationToken cancellationToken)
        {
            AppendResult result = new AppendResult.Appended();
            foreach (var append in batch.Streams)
            {
                result = await Sound.AppendAsync(AppendBatch.Of([append], batch.Content), cancellationToken);
            }

            return result;
        }
    }

    internal sealed class StopsBetweenTwoStreams(ILedgerStore sound) : DefectiveLedgerStore(sound)
    {
        public override async ValueTask<AppendResult> AppendAsync(AppendBatch batch, CancellationToken cancellationToken)
        {
            if (batch.Streams.Count > 1)
            {
                await Sound.AppendAsync(AppendBatch.Of([batch.Streams[0]]), CancellationToken.None);
                await new TaskCompletionSource().Task.WaitAsync(cancellationToken);
            }

            return await Sound.AppendAsync(batch, cancellationToken);
        }
    }
}
