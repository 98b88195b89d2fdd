using System.Data.Common;
using GdprKit.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GdprKit.EntityFrameworkCore;

/// <summary>
/// Refuses to start a host that relies on the database to keep the ledger as it was written, and whose database does not. Where no model
/// asks for it, or nobody can look, nothing is refused; the second is logged.
/// </summary>
internal sealed partial class AppendOnlyCheck(IServiceScopeFactory scopes, IEnumerable<KnownContext> contexts, ILogger<AppendOnlyCheck>? logger = null) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            foreach (var known in contexts)
            {
                var context = (DbContext)scope.ServiceProvider.GetRequiredService(known.Type);
                if (IsAskedFor(context.Model))
                {
                    await CheckAsync(context, cancellationToken).ConfigureAwait(false);
                }
            }
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static bool IsAskedFor(IReadOnlyModel model) => model.FindEntityType(typeof(LedgerEntryRow))?.GetDeclaredTriggers()
        .Any(trigger => trigger.ModelName == AppendOnlyTriggers.NameOfChange(LedgerTables.Entry)) == true;

    private async Task CheckAsync(DbContext context, CancellationToken cancellationToken)
    {
        var dialect = Dialect.Of(context);
        if (!dialect.IsSqlite && !dialect.IsPostgreSql)
        {
            // Nothing is written there, which whoever tries is told.
            return;
        }

        if (await TryFindMissingAsync(context, cancellationToken).ConfigureAwait(false) is { Count: > 0 } missing)
        {
            throw new LedgerException(
                LedgerStoreMessages.NotAppendOnly,
                $"The model of {context.GetType().Name} wants the ledger append-only, and the database lacks triggers for it, or has others: {string.Join(", ", missing)}.",
                "Call migrationBuilder.EnforceGdprKitAppendOnly() in a migration, or run the script of the package; then see who removed them.");
        }
    }

    private async Task<IReadOnlyList<string>?> TryFindMissingAsync(DbContext context, CancellationToken cancellationToken)
    {
        try
        {
            return await new HostDatabase(context).ReadAsync(
                (commands, token) => commands.Sql.Dialect.IsSqlite ? SqliteTriggers.FindMissingAsync(commands, token) : PostgreSqlTriggers.FindMissingAsync(commands, token),
                cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is DbException or TimeoutException or RetryLimitExceededException
            || exception is InvalidOperationException { InnerException: DbException })
        {
            if (logger is not null)
            {
                CouldNotLook(logger, LedgerStoreMessages.AppendOnlyUnknown, context.GetType().Name, exception);
            }

            return null;
        }
    }

    [LoggerMessage(6150, LogLevel.Warning, "{Id}: whether the database of {Context} keeps the ledger append-only could not be looked at when the host started.")]
    private static partial void CouldNotLook(ILogger logger, string id, string context, Exception exception);
}
