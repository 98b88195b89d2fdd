using GdprKit.Ledger;

namespace GdprKit.Conformance;

/// <summary>A session whose calls are interrupted; its transactions are those of the session behind it.</summary>
internal sealed class InterruptedSession(LedgerSession session, Interruption interruption)
    : LedgerSession(interruption.Of(session.Store), interruption.Of(session.Subjects))
{
    public override ILedgerLog Log => interruption.Of(session.Log);

    public override ValueTask InTransactionAsync(Func<ValueTask> work, bool commits, CancellationToken cancellationToken) =>
        session.InTransactionAsync(work, commits, cancellationToken);

    public override async ValueTask DisposeAsync()
    {
        await session.DisposeAsync();
        await base.DisposeAsync();
    }
}
