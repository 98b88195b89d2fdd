using Microsoft.EntityFrameworkCore;

namespace GdprKit.EntityFrameworkCore;

/// <summary>Saves the changes of a context and what is remembered of them in one transaction, without accepting them in the context.</summary>
internal sealed class SavingTogether(DbContext context, Func<GdprUnitOfWork, CancellationToken, ValueTask> remember)
{
    private readonly HostDatabase _database = new(context);
    private readonly GeneratedValues _generated = new();
    private readonly CommitWitness<int> _witness = new(context);

    /// <summary>Saves, and says how many rows of the host were written.</summary>
    public async Task<int> SaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            return _database.IsInTransaction
                ? await _database.WriteAsync<int>(async (_, token) => (true, await WriteAsync(token).ConfigureAwait(false)), cancellationToken).ConfigureAwait(false)
                : await TransactAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            _generated.Hide();
            throw;
        }
    }

    private Task<int> TransactAsync(CancellationToken cancellationToken)
    {
        var strategy = context.Database.CreateExecutionStrategy();
        return _witness.RunAsync(
            strategy,
            async token =>
            {
                var transaction = await _database.BeginTransactionAsync(token).ConfigureAwait(false);
                await using (transaction.ConfigureAwait(false))
                {
                    var saved = await WriteAsync(token).ConfigureAwait(false);
                    if (strategy.RetriesOnFailure)
                    {
                        await _witness.WriteAsync(saved, token).ConfigureAwait(false);
                    }

                    // Who cancels while a commit is under way would not know whether it took place.
                    token.ThrowIfCancellationRequested();
                    await transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
                    return saved;
                }
            },
            cancellationToken);
    }

    private async Task<int> WriteAsync(CancellationToken cancellationToken)
    {
        _generated.Hide();
        var saved = await context.SaveChangesAsync(acceptAllChangesOnSuccess: false, cancellationToken).ConfigureAwait(false);
        _generated.Show(context);
        var rows = SavedRows.Of(context);
        await remember(context.Gdpr(), cancellationToken).ConfigureAwait(false);
        rows.RequireNoOtherChange();
        return saved;
    }
}
