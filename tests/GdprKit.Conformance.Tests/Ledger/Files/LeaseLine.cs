using GdprKit.Ledger;

namespace GdprKit.Conformance.Files;

internal sealed record LeaseLine(long Number, Guid Holder, Guid TakenBy, long ExpiresAt, byte[] Progress)
{
    public static LeaseLine Of(Lease lease) => new(lease.Fence.Number, lease.Holder, lease.TakenBy, LedgerTime.ToMicroseconds(lease.ExpiresAt), [.. lease.Progress]);

    public Lease ToLease(LeaseName name) => new()
    {
        Fence = new LeaseFence(name, Number),
        Holder = Holder,
        TakenBy = TakenBy,
        ExpiresAt = LedgerTime.FromMicroseconds(ExpiresAt),
        Progress = [.. Progress],
    };
}
