using GdprKit.Ledger;
using GdprKit.Subjects;

namespace GdprKit.Conformance.Ledger;

/// <summary>What an adapter gets wrong.</summary>
internal sealed record LedgerDefect
{
    /// <summary>Spoils a store; called for every session.</summary>
    public Func<ILedgerStore, ILedgerStore> Store { get; init; } = store => store;

    /// <summary>Spoils a log; called for every session.</summary>
    public Func<ILedgerLog, ILedgerLog> Log { get; init; } = log => log;

    /// <summary>Spoils a directory; called for every session.</summary>
    public Func<ISubjectDirectory, ISubjectDirectory> Subjects { get; init; } = subjects => subjects;

    /// <summary>Whether the adapter takes no notice of the transactions of its host.</summary>
    public bool IgnoresTransactions { get; init; }

    /// <summary>Why the adapter joins none, if it says so.</summary>
    public string? WhyNoTransactions { get; init; }
}
