using Microsoft.EntityFrameworkCore.Storage;

namespace GdprKit.EntityFrameworkCore.Ledger;

/// <summary>The strategy of a host whose database is now and then out of reach.</summary>
/// <param name="dependencies">What Entity Framework Core gives it.</param>
/// <param name="isAlsoTransient">What else goes by itself; <see langword="null"/> for nothing.</param>
internal sealed class RetryOnTransient(ExecutionStrategyDependencies dependencies, Func<Exception, bool>? isAlsoTransient = null)
    : ExecutionStrategy(dependencies, maxRetryCount: 3, maxRetryDelay: TimeSpan.Zero)
{
    protected override bool ShouldRetryOn(Exception exception) => exception is TransientException || isAlsoTransient?.Invoke(exception) == true;
}
