namespace GdprKit.Ledger;

/// <summary>
/// Proof that somebody holds a lease, sent along with what is done under it: when somebody else has taken the lease meanwhile, the
/// number is old and the work is refused.
/// </summary>
/// <param name="Name">The lease.</param>
/// <param name="Number">The number it was given with; every taker gets a higher one.</param>
public readonly record struct LeaseFence(LeaseName Name, long Number);
