using GdprKit.Conformance;
using GdprKit.Mapping;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit.EntityFrameworkCore.Conformance;

/// <summary>A store over a host's context, as <c>UseEntityFrameworkCore</c> gives it.</summary>
public abstract class EntityFrameworkCoreFixture<TContext> : PersonalDataStoreFixture
    where TContext : ConformanceContext
{
    private ServiceProvider? _services;

    protected override async ValueTask<IPersonalDataStore> CreateAsync(StoreDescription domain, CancellationToken cancellationToken)
    {
        var configure = await CreateDatabaseAsync(cancellationToken);
        var services = new ServiceCollection().AddDbContext<TContext>(configure);
        services.AddGdprKit().UseEntityFrameworkCore<TContext>();
        _services = services.BuildServiceProvider();
        await UseAsync(context => context.Database.EnsureCreatedAsync(cancellationToken));
        return _services.GetRequiredService<IPersonalDataStore>();
    }

    protected override async ValueTask AddAsync(IReadOnlyCollection<object> rows, CancellationToken cancellationToken) => await UseAsync(context =>
    {
        context.AddRange(rows);
        return context.SaveChangesAsync(cancellationToken);
    });

    protected override async ValueTask TakeAwayAsync() => await DropDatabaseAsync();

    /// <summary>Makes an empty database, and says how to reach it.</summary>
    protected abstract ValueTask<Action<DbContextOptionsBuilder>> CreateDatabaseAsync(CancellationToken cancellationToken);

    protected abstract ValueTask DropDatabaseAsync();

    private async Task UseAsync(Func<TContext, Task> use)
    {
        await using var scope = _services!.CreateAsyncScope();
        await use(scope.ServiceProvider.GetRequiredService<TContext>());
    }
}
