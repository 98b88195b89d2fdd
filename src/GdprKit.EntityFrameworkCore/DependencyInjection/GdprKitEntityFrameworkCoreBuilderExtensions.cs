using GdprKit;
using GdprKit.EntityFrameworkCore;
using GdprKit.Ledger;
using GdprKit.Mapping;
using GdprKit.Notices;
using GdprKit.Subjects;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds a database of the host to GdprKit.</summary>
public static class GdprKitEntityFrameworkCoreBuilderExtensions
{
    /// <summary>
    /// Resolves the maps on the model of a context, and reads personal data through it. Call it once per context; again for the
    /// same context changes nothing. The model, its migrations and its compiled form stay as they are.
    /// </summary>
    /// <remarks>
    /// The ledger is kept in the first of the contexts whose model has the tables of <c>modelBuilder.UseGdprKit()</c>, on the connection of
    /// the scope's context and in its transaction. Where no model has them, whoever uses the ledger is told so (GDPR3150). Where a model wants
    /// the ledger append-only and the database does not see to it, the host does not start (GDPR3160).
    /// </remarks>
    /// <typeparam name="TContext">
    /// The context, as the host registered it with <c>AddDbContext</c>, <c>AddDbContextPool</c> or <c>AddDbContextFactory</c>.
    /// </typeparam>
    /// <param name="gdpr">The configuration of GdprKit.</param>
    public static GdprKitBuilder UseEntityFrameworkCore<TContext>(this GdprKitBuilder gdpr)
        where TContext : DbContext
    {
        ArgumentNullException.ThrowIfNull(gdpr);
        gdpr.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IPersonalDataStore, EntityFrameworkCoreStore<TContext>>());
        gdpr.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<CoverageOptions>, CoverageInDevelopment>());
        gdpr.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, AppendOnlyCheck>());
        if (!gdpr.Services.Any(service => service.ImplementationInstance is KnownContext { Type: var type } && type == typeof(TContext)))
        {
            gdpr.Services.AddSingleton(new KnownContext(typeof(TContext)));
        }

        gdpr.Services.TryAddScoped<ILedgerStore>(services => new EntityFrameworkCoreLedgerStore(KnownContext.Find(services, services.GetServices<KnownContext>())));
        gdpr.Services.TryAddScoped<ILedgerLog>(services => new EntityFrameworkCoreLedgerLog(KnownContext.Find(services, services.GetServices<KnownContext>())));
        gdpr.Services.TryAddScoped<ISubjectDirectory>(services => new EntityFrameworkCoreSubjectDirectory(KnownContext.Find(services, services.GetServices<KnownContext>())));
        gdpr.Services.TryAddScoped<ISubjectSource>(services => new EntityFrameworkCoreSubjectSource(
            KnownContext.Find(services, services.GetServices<KnownContext>()), services.GetRequiredService<PersonalDataMap>()));
        gdpr.Services.TryAddScoped<IContactSource>(services => new EntityFrameworkCoreContactSource(
            KnownContext.Find(services, services.GetServices<KnownContext>()), services.GetRequiredService<PersonalDataMap>()));
        return gdpr;
    }
}
