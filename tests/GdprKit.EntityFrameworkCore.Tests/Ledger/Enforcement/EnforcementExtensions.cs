using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace GdprKit.EntityFrameworkCore.Ledger.Enforcement;

internal static class EnforcementExtensions
{
    /// <summary>Makes the triggers where no migration does.</summary>
    public static async Task EnforceAppendOnlyAsync(this DatabaseFacade database, CancellationToken cancellationToken)
    {
        foreach (var statement in AppendOnlyTriggers.Create(database.ProviderName, null))
        {
            await database.ExecuteSqlRawAsync(statement, cancellationToken);
        }
    }
}
