using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace GdprKit.Samples.Scenarios.Running;

/// <summary>Lets the power fail when a transaction of the shop was committed, and before anybody was told so.</summary>
internal sealed class PowerCut : DbTransactionInterceptor
{
    private CancellationTokenSource? _power;

    public void FailAfterNextCommit(CancellationTokenSource power) => _power = power;

    public override async Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (_power is { } power)
        {
            _power = null;
            await power.CancelAsync();
        }
    }
}
