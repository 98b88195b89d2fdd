using GdprKit.Ledger;

namespace GdprKit.Conformance;

/// <summary>
/// Implemented by a <see cref="LedgerFixture"/> whose ledger puts its entries in order: its sessions have a <see cref="LedgerSession.Log"/>, and the suites of
/// <see cref="ILedgerLog"/> are meant for it. It has no members.
/// </summary>
#pragma warning disable CA1040 // A mark is what it is for: a generic constraint names it.
public interface IOrderedLedgerFixture;
#pragma warning restore CA1040
