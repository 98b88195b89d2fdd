using GdprKit.Ledger;

namespace GdprKit.Conformance.Ledger;

/// <summary>What stores get wrong about leases.</summary>
internal static class LeaseDefects
{
    internal sealed class GivesToEverybody(ILedgerStore sound) : DefectiveLedgerStore(sound)
    {
        public override ValueTask<Lease?> LeaseAsync(LeaseRequest request, CancellationToken cancellationToken) => new(request.Held is null ? request.Apply(null) : null);
    }

    internal sealed class RenewsByName(ILedgerStore sound) : DefectiveLedgerStore(sound)
    {
        private Lease? _standing;

        public override async ValueTask<Lease?> LeaseAsync(LeaseRequest request, CancellationToken cancellationToken)
        {
            _standing = request.Held is not null && _standing is not null ? _standing with { ExpiresAt = request.ExpiresAt } : await Sound.LeaseAsync(request, cancellationToken);
            return _standing;
        }
    }

    internal sealed class EndsWhenTheRenewalSays(ILedgerStore sound) : DefectiveLedgerStore(sound)
    {
        public override async ValueTask<Lease?> LeaseAsync(LeaseRequest request, CancellationToken cancellationToken) =>
            await Sound.LeaseAsync(request, cancellationToken) is { } lease ? lease with { ExpiresAt = request.ExpiresAt } : null;
    }

    internal sealed class BelievesEveryEnd(ILedgerStore sound) : DefectiveLedgerStore(sound)
    {
        private readonly Dictionary<LeaseName, Lease> _standing = [];

        public override async ValueTask<Lease?> LeaseAsync(LeaseRequest request, CancellationToken cancellationToken)
        {
            if (request.Held is null && _standing.TryGetValue(request.Name, out var standing) && standing.ExpiresAt > request.Now && standing.TakenBy != request.Id)
            {
                return null;
            }

            var lease = await Sound.LeaseAsync(request, cancellationToken);
            if (lease is not null)
            {
                _standing[request.Name] = lease;
            }

            return lease;
        }
    }

    internal sealed class LosesProgress(ILedgerStore sound) : DefectiveLedgerStore(sound)
    {
        public override async ValueTask<Lease?> LeaseAsync(LeaseRequest request, CancellationToken cancellationToken) =>
            await Sound.LeaseAsync(request, cancellationToken) is { } lease ? request.Held is null ? lease with { Progress = [] } : lease : null;
    }

    internal sealed class LooksAtNoFence(ILedgerStore sound) : DefectiveLedgerStore(sound)
    {
        public override ValueTask<AppendResult> AppendAsync(AppendBatch batch, CancellationToken cancellationToken) => Sound.AppendAsync(AppendBatch.Of(batch.Streams, batch.Content), cancellationToken);
    }

    internal sealed class KnowsNoRequestAgain(ILedgerStore sound) : DefectiveLedgerStore(sound)
    {
        private readonly HashSet<Guid> _answered = [];

        public override async ValueTask<Lease?> LeaseAsync(LeaseRequest request, CancellationToken cancellationToken) =>
            _answered.Add(request.Id) ? await Sound.LeaseAsync(request, cancellationToken) : null;
    }

    internal sealed class LooksAtItsClock(ILedgerStore sound) : DefectiveLedgerStore(sound)
    {
        private static readonly NodaTime.Instant Now = NodaTime.Instant.FromUtc(2026, 11, 26, 9, 30);

        public override ValueTask<Lease?> LeaseAsync(LeaseRequest request, CancellationToken cancellationToken) =>
            Sound.LeaseAsync(request.Held is null ? LeaseRequest.Take(request.Name, request.Holder, Now, request.ExpiresAt - request.Now) : request, cancellationToken);
    }
}
