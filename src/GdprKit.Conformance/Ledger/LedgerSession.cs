using GdprKit.Ledger;
using GdprKit.Subjects;

namespace GdprKit.Conformance;

/// <summary>One use of a ledger, as one request to the application has: a store and a directory of links over one unit of work.</summary>
/// <param name="store">The store.</param>
/// <param name="subjects">The directory, over the same database and in the same transactions.</param>
public abstract class LedgerSession(ILedgerStore store, ISubjectDirectory subjects) : IAsyncDisposable
{
    /// <summary>The store.</summary>
    public ILedgerStore Store { get; } = store;

    /// <summary>The directory of links.</summary>
    public ISubjectDirectory Subjects { get; } = subjects;

    /// <summary>The order of the ledger, over the same database and in the same transactions; of a fixture that is an <see cref="IOrderedLedgerFixture"/>.</summary>
    public virtual ILedgerLog Log => throw new NotSupportedException($"Override {nameof(Log)}, or let the fixture be no {nameof(IOrderedLedgerFixture)}.");

    /// <summary>
    /// Does some work in a transaction of the host: begins it as an application would, does the work, and then commits it or rolls it back.
    /// </summary>
    /// <param name="work">The work; it uses this session.</param>
    /// <param name="commits">Whether the transaction is committed; else it is rolled back.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public virtual ValueTask InTransactionAsync(Func<ValueTask> work, bool commits, CancellationToken cancellationToken) =>
        throw new NotSupportedException($"Override {nameof(InTransactionAsync)}, or say in {nameof(LedgerFixture)}.{nameof(LedgerFixture.WhyNoTransactions)} why the host has none.");

    /// <inheritdoc/>
    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
