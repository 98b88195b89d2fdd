namespace GdprKit.Ledger;

/// <summary>The ledger, as it is reached for a while and outside of any transaction of a host.</summary>
/// <param name="Store">Its store.</param>
/// <param name="Log">Its order.</param>
internal sealed record LedgerAccess(ILedgerStore Store, ILedgerLog Log);
