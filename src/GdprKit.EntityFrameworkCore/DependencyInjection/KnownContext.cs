using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit.EntityFrameworkCore;

/// <summary>A context that the host added to GdprKit.</summary>
/// <param name="Type">Its class.</param>
internal sealed record KnownContext(Type Type)
{
    /// <summary>The first context whose model has the tables of the ledger; where none has, the first, which says so when it is used.</summary>
    public static DbContext Find(IServiceProvider services, IEnumerable<KnownContext> contexts)
    {
        DbContext? first = null;
        foreach (var each in contexts)
        {
            var context = (DbContext)services.GetRequiredService(each.Type);
            if (context.Model.FindEntityType(typeof(LedgerHeadRow)) is not null)
            {
                return context;
            }

            first ??= context;
        }

        return first!;
    }
}
