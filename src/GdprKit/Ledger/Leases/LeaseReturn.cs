using NodaTime;

namespace GdprKit.Ledger;

/// <summary>Gives leases back at the end of the work.</summary>
internal static class LeaseReturn
{
    /// <summary>Gives a lease back, whatever comes of that: why the work ended is told, and the lease ends by itself as well.</summary>
    public static async ValueTask GiveBackAsync(this ILedgerStore store, Lease lease, IClock clock)
    {
        try
        {
            await store.LeaseAsync(LeaseRequest.Release(lease, clock.GetCurrentInstant()), CancellationToken.None).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // The database may be gone.
        catch (Exception)
#pragma warning restore CA1031
        {
        }
    }
}
