using GdprKit.Conformance;
using GdprKit.EntityFrameworkCore.Ledger;
using GdprKit.Mapping;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit.EntityFrameworkCore.Conformance;

/// <summary>A store over a host's context, as <c>UseEntityFrameworkCore</c> gives it.</summary>
public abstract class EntityFrameworkCoreFixture<TContext> : IndexedStoreFixture, IDisposingStoreFixture
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

    public override async ValueTask ExecuteAsync(string statement, CancellationToken cancellationToken) =>
        await UseAsync(context => context.Database.ExecuteSqlRawAsync(statement, cancellationToken));

    public override ValueTask CreateIndexAsync(StoredIndex index, CancellationToken cancellationToken) =>
        ExecuteAsync($"CREATE INDEX \"of_somebody_else\" ON \"{index.Table}\" ({string.Join(", ", index.Columns.Select(column => $"\"{column}\""))})", cancellationToken);

    public override async ValueTask<IReadOnlyCollection<StoredIndex>> ListIndexesAsync(CancellationToken cancellationToken)
    {
        List<string[]> columns = [];
        await UseAsync(async context => columns = [.. (await context.Database.SqlQueryRaw<string>(IndexedColumns).ToListAsync(cancellationToken)).Select(column => column.Split('/'))]);
        return [.. columns.GroupBy(column => (Table: column[0], Index: column[1])).Select(index => new StoredIndex(index.Key.Table, index.Select(column => column[2]).ToValueList()))];
    }

    public ValueTask<LedgerSession> OpenLedgerAsync(CancellationToken cancellationToken)
    {
        var scope = _services!.CreateAsyncScope();
        return ValueTask.FromResult(ContextLedgerFixture.Over(scope.ServiceProvider.GetRequiredService<TContext>(), scope));
    }

    /// <summary>A statement that gives <c>table/index/column</c> for every column of every index, in the order of each index.</summary>
    protected abstract string IndexedColumns { get; }

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
