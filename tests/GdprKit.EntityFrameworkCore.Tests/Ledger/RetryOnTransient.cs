using Microsoft.EntityFrameworkCore.Storage;

namespace GdprKit.EntityFrameworkCore.Ledger;

/// <summary>The strategy of a host whose database is now and then out of reach.</summary>
internal sealed class RetryOnTransient(ExecutionStrategyDependencies dependencies) : ExecutionStrategy(dependencies, maxRetryCount: 3, maxRetryDelay: TimeSpan.Zero)
{
    protected override bool ShouldRetryOn(Exception exception) => exception is TransientException;
}
