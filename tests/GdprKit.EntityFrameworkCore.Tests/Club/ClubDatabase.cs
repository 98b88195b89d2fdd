using GdprKit.Mapping;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit.EntityFrameworkCore.Club;

/// <summary>The club in a database of its own in memory, with its maps resolved.</summary>
internal sealed class ClubDatabase : IDisposable
{
    public static readonly IPersonalDataMap[] Maps =
        [new PartyMap(), new MemberMap(), new PaymentMap(), new PaymentLineMap(), new MessageMap(), new AccountMap(), new MemberListingMap()];

    private readonly SqliteConnection _connection = new("Data Source=:memory:");
    private readonly ServiceProvider _services;

    public ClubDatabase()
    {
        _connection.Open();
        _services = new ServiceCollection().AddDbContext<ClubContext>(Configure).BuildServiceProvider();
        Store = new EntityFrameworkCoreStore<ClubContext>(_services.GetRequiredService<IServiceScopeFactory>());
        Map = PersonalDataMap.Create(TestRegisters.Shop(), Maps, [Store.Describe(CancellationToken.None)]);
        Save(context =>
        {
            context.Database.EnsureCreated();
            context.Database.ExecuteSqlRaw(ClubContext.View);
        });
    }

    public List<string> Statements { get; } = [];

    public IPersonalDataStore Store { get; }

    public PersonalDataMap Map { get; }

    public StoreEntity Entity<T>() => Map.Stores.Single().Entities.Single(entity => entity.Description.Type == typeof(T));

    public void Save(Action<ClubContext> change)
    {
        using var scope = _services.CreateScope();
        var context = scope.ServiceProvider.GetRequiredService<ClubContext>();
        change(context);
        context.SaveChanges();
    }

    public async Task<long> CountAsync<T>(SubjectId? subject = null) =>
        (await Store.CountAsync(Entity<T>(), subject is null ? RowCondition.Always : new RowCondition.BelongsTo(subject), [], TestContext.Current.CancellationToken))[0];

    public async Task<List<StoredRecord>> ExportAsync<T>(SubjectId subject)
    {
        var records = new List<StoredRecord>();
        await foreach (var record in Store.ExportAsync(Entity<T>(), subject, TestContext.Current.CancellationToken))
        {
            records.Add(record);
        }

        return records;
    }

    public void Dispose()
    {
        _services.Dispose();
        _connection.Dispose();
    }

    private void Configure(DbContextOptionsBuilder options) => options.UseSqlite(_connection).LogTo(Statements.Add, [Microsoft.EntityFrameworkCore.Diagnostics.RelationalEventId.CommandExecuted]);
}
