using GdprKit.EntityFrameworkCore;
using GdprKit.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace GdprKit;

/// <summary>Lets a context write what happened and what is remembered of it together.</summary>
public static class GdprKitDbContextExtensions
{
    /// <summary>What GdprKit remembers, on the connection of this context and in its transaction.</summary>
    /// <param name="context">The context; its model has the tables of <see cref="GdprKitModelBuilderExtensions"/>.</param>
    /// <exception cref="InvalidOperationException">GDPR3157: the context was made without the services of the host, so no clock is known.</exception>
    public static GdprUnitOfWork Gdpr(this DbContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return ServicesOf(context) is { } services && services.GetService<IClock>() is { } clock
            ? new GdprUnitOfWork(context, clock, services)
            : throw new InvalidOperationException(
                $"{LedgerStoreMessages.NoClock}: {context.GetType().Name} was made without the services of the host, so no clock is known. Register it with AddDbContext, AddDbContextPool or AddDbContextFactory, and call AddGdprKit.");
    }

    /// <summary>
    /// Saves the changes of the host and writes to the ledger in one transaction: both or neither, also when the strategy of the
    /// context tries again. Where the host has begun a transaction, both are done in it, and the host commits.
    /// </summary>
    /// <param name="context">The context.</param>
    /// <param name="remember">
    /// Writes to the ledger, after the changes were saved, so that keys made by the database are known. Called again when a transaction
    /// is tried again, so it must do nothing else; rows of the context that it changes would not be saved.
    /// </param>
    /// <param name="cancellationToken">Ends the work; afterwards everything is written or nothing.</param>
    /// <returns>The number of rows of the host that were written.</returns>
    /// <exception cref="LedgerException">The ledger refuses; nothing is written. GDPR3163: rows of the context were changed meanwhile.</exception>
    public static async Task<int> SaveChangesWithGdprAsync(
        this DbContext context, Func<GdprUnitOfWork, CancellationToken, ValueTask> remember, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(remember);
        var saving = new SavingTogether(context, remember);
        var saved = await saving.SaveAsync(cancellationToken).ConfigureAwait(false);

        // Not before the end: what is tried again must still be there to be saved.
        context.ChangeTracker.AcceptAllChanges();
        return saved;
    }

    /// <summary>The clock of the host; <see langword="null"/> where the context was made without its services.</summary>
    internal static IClock? FindClock(this DbContext context) => ServicesOf(context)?.GetService<IClock>();

    private static IServiceProvider? ServicesOf(DbContext context) =>
        context.GetService<IDbContextOptions>().FindExtension<CoreOptionsExtension>()?.ApplicationServiceProvider;
}
