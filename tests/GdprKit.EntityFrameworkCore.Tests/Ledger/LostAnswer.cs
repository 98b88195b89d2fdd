using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace GdprKit.EntityFrameworkCore.Ledger;

/// <summary>Loses the answer to a commit once: the transaction is committed, and who waits is told that the database is out of reach.</summary>
internal sealed class LostAnswer : DbTransactionInterceptor
{
    public bool IsAhead { get; set; }

    public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (!IsAhead)
        {
            return Task.CompletedTask;
        }

        IsAhead = false;
        throw new TransientException();
    }
}
