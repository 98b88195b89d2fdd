namespace GdprKit.Ledger;

/// <summary>What a mirror may forget of an entry; for who writes a mirror.</summary>
/// <remarks>Safe for use by several threads.</remarks>
public static class MirrorForgetting
{
    /// <summary>What is to be left of an entry that a mirror holds.</summary>
    /// <param name="held">The entry as the mirror holds it.</param>
    /// <param name="ledger">What the ledger has left of it.</param>
    /// <returns>
    /// What the mirror is to hold from now on; <see langword="null"/> when there is nothing to forget. A body goes only where the ledger says that it has expired: where it
    /// is merely missing, the mirror has what somebody removed.
    /// </returns>
    /// <exception cref="LedgerException">GDPR3134: they are not the same entry.</exception>
    public static OrderedEntry? WhatIsLeft(OrderedEntry held, OrderedEntry ledger)
    {
        ArgumentNullException.ThrowIfNull(held);
        ArgumentNullException.ThrowIfNull(ledger);
        if (held.Position != ledger.Position || held.Id != ledger.Id || held.Hash != ledger.Hash || (ledger.ExpiredHash is { } expired && expired != held.Hash))
        {
            throw LedgerException.MirrorHoldsOther(ledger.Position);
        }

        return (held.Entry, ledger.Entry) switch
        {
            ({ }, null) when ledger.ExpiredHash is not null => held with { Entry = null, ExpiredHash = ledger.ExpiredHash },
            ({ Details: not null } entry, { Details: null }) => held with { Entry = entry with { Details = null } },
            _ => null,
        };
    }
}
