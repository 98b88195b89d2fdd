using GdprKit.InMemory;
using GdprKit.Ledger;
using GdprKit.Mapping;
using GdprKit.Notices;
using GdprKit.Subjects;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds collections of the host to GdprKit.</summary>
public static class GdprKitInMemoryBuilderExtensions
{
    /// <summary>
    /// Resolves the maps on classes whose objects the host keeps in memory, and reads personal data there. Not durable: what the host
    /// forgets is gone. Calling it again adds to what was kept before.
    /// </summary>
    /// <param name="gdpr">The configuration of GdprKit.</param>
    /// <param name="configure">Says what is kept: <c>memory =&gt; memory.Keep(customers, customer =&gt; customer.Key(c =&gt; c.CustomerId))</c>.</param>
    public static GdprKitBuilder UseInMemory(this GdprKitBuilder gdpr, Action<InMemoryStoreBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return gdpr.UseInMemory((_, memory) => configure(memory));
    }

    /// <summary>As the other overload, where the collections are services of the host.</summary>
    /// <param name="gdpr">The configuration of GdprKit.</param>
    /// <param name="configure">Says what is kept, with the services of the host.</param>
    public static GdprKitBuilder UseInMemory(this GdprKitBuilder gdpr, Action<IServiceProvider, InMemoryStoreBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(gdpr);
        ArgumentNullException.ThrowIfNull(configure);
        gdpr.Services.AddSingleton(new InMemoryDeclaration(configure));
        gdpr.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IPersonalDataStore, InMemoryStore>(InMemoryStore.Create));
        return gdpr;
    }

    /// <summary>
    /// Keeps the ledger, and who its people are, in memory, where it joins the transaction of a
    /// <see cref="System.Transactions.TransactionScope"/>. Not durable: evidence is gone with the program. Calling it again changes nothing.
    /// </summary>
    /// <param name="gdpr">The configuration of GdprKit.</param>
    public static GdprKitBuilder UseInMemoryLedger(this GdprKitBuilder gdpr)
    {
        ArgumentNullException.ThrowIfNull(gdpr);
        gdpr.Services.TryAddSingleton<InMemoryDatabase>();
        gdpr.Services.TryAddSingleton<ILedgerStore, InMemoryLedgerStore>();
        gdpr.Services.TryAddSingleton<ILedgerLog, InMemoryLedgerLog>();
        gdpr.Services.TryAddSingleton<ISubjectDirectory, InMemorySubjectDirectory>();
        gdpr.Services.TryAddSingleton<ISubjectSource, InMemorySubjectSource>();
        gdpr.Services.TryAddSingleton<IContactSource, InMemoryContactSource>();
        return gdpr;
    }

    /// <summary>
    /// Keeps the mirror of the ledger in memory; for tests. Not durable: it is gone with the program, and outlives no database. Calling it again changes nothing; a mirror
    /// used before stays.
    /// </summary>
    /// <param name="gdpr">The configuration of GdprKit.</param>
    public static GdprKitBuilder UseInMemoryLedgerMirror(this GdprKitBuilder gdpr)
    {
        ArgumentNullException.ThrowIfNull(gdpr);
        gdpr.Services.TryAddSingleton<ILedgerMirror, InMemoryLedgerMirror>();
        return gdpr;
    }
}
