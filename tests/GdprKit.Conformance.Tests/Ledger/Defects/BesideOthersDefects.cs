using GdprKit.Ledger;

namespace GdprKit.Conformance.Ledger;

/// <summary>What stores get wrong when somebody writes between two of their looks at the data.</summary>
internal static class BesideOthersDefects
{
    internal sealed class CountsStateByState(ILedgerStore sound) : LooksTwice(sound)
    {
        public override async ValueTask<ValueList<HeadCount>> CountHeadsAsync(HeadFilter where, CancellationToken cancellationToken)
        {
            var first = await Sound.CountHeadsAsync(where, cancellationToken);
            var second = await WhenOthersHaveWrittenAsync(async () => await Sound.CountHeadsAsync(where, cancellationToken), cancellationToken);
            return first.Concat(second).DistinctBy(count => count.Status).ToValueList();
        }
    }

    internal sealed class RemovesWhatHadEnded(ILedgerStore sound) : LooksTwice(sound)
    {
        public override async ValueTask<long> ExpireAsync(StreamExpiry expiry, CancellationToken cancellationToken)
        {
            // That a hold may come is not expected, nor that a stream is opened again.
            var anyhow = StreamExpiry.Of(expiry.Where.Kind, [LedgerSamples.Open, LedgerSamples.Closed], LedgerSamples.At(1_000), expiry.Where.Key);
            return await WhenOthersHaveWrittenAsync(async () => await Sound.ExpireAsync(anyhow, cancellationToken), cancellationToken);
        }
    }

    internal sealed class CountsWhatIsForgottenAlready(ILedgerStore sound) : DefectiveLedgerStore(sound)
    {
        public override async ValueTask<long> ForgetDetailsAsync(HeadFilter where, CancellationToken cancellationToken)
        {
            await Sound.ForgetDetailsAsync(where, cancellationToken);
            return (await Sound.QueryHeadsAsync(new HeadQuery(where), cancellationToken)).Sum(head => head.Version);
        }
    }

    /// <summary>Whoever adds to a stream does it between the two looks.</summary>
    internal abstract class LooksTwice(ILedgerStore sound) : DefectiveLedgerStore(sound)
    {
        private readonly TaskCompletionSource _looked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _written = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _lookedAgain = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override async ValueTask<AppendResult> AppendAsync(AppendBatch batch, CancellationToken cancellationToken)
        {
            if (batch.Streams.All(append => append.ExpectedVersion == 0))
            {
                return await Sound.AppendAsync(batch, cancellationToken);
            }

            await _looked.Task.WaitAsync(cancellationToken);
            var result = await Sound.AppendAsync(batch, cancellationToken);
            _written.TrySetResult();
            await _lookedAgain.Task.WaitAsync(cancellationToken);
            return result;
        }

        protected async Task<T> WhenOthersHaveWrittenAsync<T>(Func<Task<T>> lookAsync, CancellationToken cancellationToken)
        {
            _looked.TrySetResult();
            await _written.Task.WaitAsync(cancellationToken);
            var seen = await lookAsync();
            _lookedAgain.TrySetResult();
            return seen;
        }
    }
}
