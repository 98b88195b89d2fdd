using GdprKit.EntityFrameworkCore.Retention;
using GdprKit.Ledger;
using GdprKit.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;
using static GdprKit.ShopKeys;

namespace GdprKit.EntityFrameworkCore.Requests;

/// <summary>A workshop whose clients ask to be erased.</summary>
public abstract class WorkshopTest(ClubhouseDatabase database) : IAsyncLifetime
{
    protected static readonly Operator Owner = Operator.Parse("staff-1");

    protected static readonly SubjectId First = SubjectId.Of(Customers, 1);

    protected static readonly SubjectId Second = SubjectId.Of(Customers, 2);

    private readonly DirectoryInfo _mirror = Directory.CreateTempSubdirectory("gdprkit-erasure-");
    private Action<DbContextOptionsBuilder> _reach = null!;
    private ServiceProvider _host = null!;

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    protected FakeClock Clock { get; } = new(Instant.FromUtc(2026, 11, 26, 9, 30));

    /// <summary>The search index of the workshop.</summary>
    protected SearchIndex Index { get; } = new();

    protected ServiceProvider Host => _host;

    protected Task<string> BackUpAsync() => database.BackUpAsync(Token);

    protected Task RestoreAsync(string backup) => database.RestoreAsync(backup, Token);

    protected Task<(Action<DbContextOptionsBuilder> Reach, IAsyncDisposable Drop)> RestoreBesideAsync(string backup) => database.RestoreBesideAsync(backup, Token);

    public async ValueTask InitializeAsync()
    {
        _reach = await database.CreateAsync(Token);
        _host = CreateHost();
        await WithAsync(context => context.Database.EnsureCreatedAsync(Token));
    }

    /// <summary>The folder of the mirror.</summary>
    protected string MirrorFolder => _mirror.FullName;

    /// <summary>The services of another instance of the workshop, over the same database and the same mirror.</summary>
    protected ServiceProvider CreateHost() => CreateHost(_reach, gdpr => gdpr.UseLedgerMirror(MirrorFolder));

    /// <summary>The services of the workshop over a database.</summary>
    protected ServiceProvider CreateHost(Action<DbContextOptionsBuilder> options, Action<GdprKitBuilder> mirror)
    {
        var services = new ServiceCollection().AddSingleton<IClock>(Clock).AddScoped<IErasureTarget>(_ => Index).AddDbContext<WorkshopContext>(options);
        services.AddGdprKit(gdpr => ConfigureAll(gdpr
            .UseRegister(TestRegisters.Shop())
            .AddMap<Client>(data => data
                .IsSubject(Customers, client => client.Id)
                .Field(Name, client => client.Name)
                .Field(EmailAddress, client => client.Email)
                .Arrived(client => client.SignedUpAt, TimeMeaning.Utc)
                .Event(LastPurchase, client => client.Bills.Max(bill => (DateOnly?)bill.BilledOn))
                .Event(InvoiceDate, client => client.Bills.Max(bill => (DateOnly?)bill.BilledOn))
                .AppliesWhen(Invoicing, client => client.Bills.Count > 0)
                .AppliesWhen(Newsletter, client => false))
            .AddMap<Bill>(data => data.BelongsTo<Client>(bill => bill.ClientId).Field(Purchases, bill => bill.Work).Event(InvoiceDate, bill => bill.BilledOn).Event(LastPurchase, bill => bill.BilledOn))
            .AddMap<BillLine>(data => data.BelongsTo<Bill>(line => line.BillId))
            .AddMap<Wish>(data => data.BelongsTo<Client>(wish => wish.ClientId).Field(Purchases, wish => wish.Text).Event(InvoiceDate, wish => wish.WishedOn).Event(LastPurchase, wish => wish.WishedOn).AppliesWhen(Invoicing, wish => false))
            .AddMap<Chat>(data => data
                .BelongsTo(chat => chat.Sender).BelongsTo(chat => chat.Receiver)
                .FieldOf(chat => chat.Sender, EmailAddress, chat => chat.SenderPhone)
                .SharedField(EmailAddress, chat => chat.Text)
                .AppliesWhen(Newsletter, chat => false)
                .AppliesWhen(Orders, chat => false))
            .UseEntityFrameworkCore<WorkshopContext>(), mirror));
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }

    private void ConfigureAll(GdprKitBuilder gdpr, Action<GdprKitBuilder> mirror)
    {
        mirror(gdpr);
        Configure(gdpr);
    }

    protected virtual void Configure(GdprKitBuilder gdpr) => gdpr.EnforceCoverage(CoverageEnforcement.Warn);

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await database.DropAsync();
        _mirror.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Clients, each with two bills of two lines, of 2025 and 2026, a wish, and a message to the next one.</summary>
    protected Task PutAsync(int clients) => WithAsync(async context =>
    {
        for (var id = 1; id <= clients; id++)
        {
            context.Add(new Client { Id = id, Name = "somebody", Email = "somebody@example.nl", IsHidden = id == 1, SignedUpAt = new DateTime(2024, 1, id, 12, 0, 0, DateTimeKind.Utc) });
            await context.SaveChangesAsync(Token);
            foreach (var year in new[] { 2025, 2026 })
            {
                var bill = new Bill { ClientId = id, Work = "a repair", BilledOn = new DateOnly(year, 3, 1) };
                context.Add(bill);
                await context.SaveChangesAsync(Token);
                context.AddRange(new BillLine { BillId = bill.Id }, new BillLine { BillId = bill.Id });
            }

            context.Add(new Wish { ClientId = id, Text = "a new saddle", WishedOn = new DateOnly(2026, 10, 1) });
        }

        await context.SaveChangesAsync(Token);
        context.AddRange(Enumerable.Range(1, clients).Select(id => new Chat { SenderId = id, ReceiverId = id == 1 ? null : id - 1, SenderPhone = "020 000 0000", Text = "hello" }));
        return await context.SaveChangesAsync(Token);
    });

    protected async Task<ErasureOrder> OrderAsync(SubjectId person)
    {
        var request = await RequestAsync(person);
        await HandleAsync<RightsRequests, RightsRequest>(requests => requests.AcceptAsync(request, Owner, cancellationToken: Token));
        return await HandleAsync<Erasures, ErasureOrder>(erasures => erasures.OrderForAsync(request, Owner, cancellationToken: Token));
    }

    protected Task<EntryId> RequestAsync(SubjectId? person, RightsRequestKind kind = RightsRequestKind.Erasure) => HandleAsync<RightsRequests, EntryId>(requests => requests.ReceiveAsync(
        new() { Kind = kind, Through = RightsRequestChannel.PrivacyCentre, From = RightsRequestOrigin.Account, Words = "Please." }, person, cancellationToken: Token));

    protected Task<ErasureRound> RunAsync() => HandleAsync<ErasureRunner, ErasureRound>(runner => runner.RunAsync(Token));

    protected async Task<ErasureOrder> FindAsync(ErasureOrder order) => (await HandleAsync<Erasures, ErasureOrder?>(erasures => erasures.FindAsync(order.Id, Token)))!;

    protected Task<RightsRequest> TellAsync(ErasureOrder order) => HandleAsync<RightsRequests, RightsRequest>(requests =>
        requests.FulfilAsync(order.Id, Owner, RightsFulfilment.ByErasure("Your data are erased."), cancellationToken: Token));

    /// <summary>Records for every place that does not answer by itself that it is done.</summary>
    protected async Task DoByHandAsync(ErasureOrder order)
    {
        foreach (var place in order.Places.Where(place => place.IsByHand))
        {
            await HandleAsync<Erasures, ErasureOrder>(erasures => erasures.RecordAsync(order.Id, new ErasurePlace(place.Kind, place.Key), Owner, cancellationToken: Token));
        }
    }

    protected async Task<T> HandleAsync<TService, T>(Func<TService, ValueTask<T>> handle)
        where TService : notnull
    {
        await using var scope = _host.CreateAsyncScope();
        return await handle(scope.ServiceProvider.GetRequiredService<TService>());
    }

    protected async Task<T> WithAsync<T>(Func<WorkshopContext, Task<T>> use)
    {
        await using var scope = _host.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<WorkshopContext>());
    }
}
