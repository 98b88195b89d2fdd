using GdprKit;
using GdprKit.EntityFrameworkCore;
using GdprKit.Mapping;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds a database of the host to GdprKit.</summary>
public static class GdprKitEntityFrameworkCoreBuilderExtensions
{
    /// <summary>
    /// Resolves the maps on the model of a context, and reads personal data through it. Call it once per context; again for the
    /// same context changes nothing. The model, its migrations and its compiled form stay as they are.
    /// </summary>
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
        return gdpr;
    }
}
