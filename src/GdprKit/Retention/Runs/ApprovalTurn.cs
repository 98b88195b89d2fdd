using GdprKit.Ledger;
using NodaTime;

namespace GdprKit.Retention;

/// <summary>Of several that approve at the same moment one is at it; those after it see what it approved, and what went by it.</summary>
internal static class ApprovalTurn
{
    private static readonly LeaseName Name = LeaseName.Parse("retention.approval");

    // What is due is counted meanwhile. Who was killed is in nobody's way for longer.
    private static readonly Duration Longest = Duration.FromMinutes(5);

    /// <summary>Decides when nobody else does.</summary>
    /// <param name="store">The ledger.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="decide">Decides, and records it under the fence that it is given: who was late records nothing.</param>
    /// <param name="elsewhere">The answer when somebody else is at it.</param>
    /// <param name="cancellationToken">Ends the work; afterwards it is recorded or not.</param>
    public static async ValueTask<T> InTurnAsync<T>(ILedgerStore store, IClock clock, Func<LeaseFence, ValueTask<T>> decide, Func<T> elsewhere, CancellationToken cancellationToken)
    {
        if (await store.LeaseAsync(LeaseRequest.Take(Name, Guid.NewGuid(), clock.GetCurrentInstant(), Longest), cancellationToken).ConfigureAwait(false) is not { } lease)
        {
            return elsewhere();
        }

        try
        {
            return await decide(lease.Fence).ConfigureAwait(false);
        }
        finally
        {
            await store.GiveBackAsync(lease, clock).ConfigureAwait(false);
        }
    }
}
