using GdprKit.Mapping;
using GdprKit.RetentionWorld;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit.EntityFrameworkCore.RetentionWorld;

/// <summary>A database whose rows are replaced by those of one world after the other.</summary>
internal sealed class WorldDatabase : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public WorldDatabase(Action<DbContextOptionsBuilder> configure)
    {
        _services = new ServiceCollection().AddDbContext<WorldContext>(configure).BuildServiceProvider();
        Store = new EntityFrameworkCoreStore<WorldContext>(_services.GetRequiredService<IServiceScopeFactory>());
    }

    public IPersonalDataStore Store { get; }

    public static Type TypeOf(string entity) => typeof(Customer).Assembly.GetType(entity)!;

    public async Task CreateAsync()
    {
        await using var scope = _services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<WorldContext>().Database.EnsureCreatedAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Keeps these rows and no others.</summary>
    public async Task HoldAsync(World world)
    {
        var token = TestContext.Current.CancellationToken;
        await using var scope = _services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<WorldContext>();
        await context.Set<Flag>().ExecuteDeleteAsync(token);
        await context.Set<Gift>().ExecuteDeleteAsync(token);
        await context.Set<Note>().ExecuteDeleteAsync(token);
        await context.Set<OrderLine>().ExecuteDeleteAsync(token);
        await context.Set<Order>().IgnoreQueryFilters().ExecuteDeleteAsync(token);
        await context.Set<Customer>().IgnoreQueryFilters().ExecuteUpdateAsync(set => set.SetProperty(c => c.MentorId, (int?)null), token);
        await context.Set<Customer>().IgnoreQueryFilters().ExecuteDeleteAsync(token);
        context.AddRange(world.All);
        await context.SaveChangesAsync(token);
    }

    /// <summary>The rows that are there.</summary>
    public async Task<World> ReadAsync()
    {
        var token = TestContext.Current.CancellationToken;
        await using var scope = _services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<WorldContext>();
        return new World(
            await context.Set<Customer>().IgnoreQueryFilters().AsNoTracking().ToListAsync(token),
            await context.Set<Order>().IgnoreQueryFilters().AsNoTracking().ToListAsync(token),
            await context.Set<OrderLine>().IgnoreQueryFilters().AsNoTracking().ToListAsync(token),
            await context.Set<Note>().AsNoTracking().ToListAsync(token),
            await context.Set<Gift>().IgnoreQueryFilters().AsNoTracking().ToListAsync(token),
            await context.Set<Flag>().IgnoreQueryFilters().AsNoTracking().ToListAsync(token));
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
