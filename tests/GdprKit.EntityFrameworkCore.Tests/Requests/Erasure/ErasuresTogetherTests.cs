using System.Collections.Concurrent;
using GdprKit.EntityFrameworkCore.Retention;
using GdprKit.Ledger;
using GdprKit.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;
using static GdprKit.ShopKeys;

namespace GdprKit.EntityFrameworkCore.Requests;

/// <summary>Erasures that are due together come to what each comes to alone.</summary>
public abstract class ErasuresTogetherTests(ClubhouseDatabase database) : IAsyncLifetime
{
    private const int Guests = 8;

    private static readonly Key<DataCategory> Address = Key<DataCategory>.Parse("address");

    private static readonly Operator Owner = Operator.Parse("staff-1");

    private readonly FakeClock _clock = new(Instant.FromUtc(2026, 11, 26, 9, 30));
    private readonly DirectoryInfo _mirror = Directory.CreateTempSubdirectory("gdprkit-together-");
    private readonly Batches _batches = new();
    private readonly ArrivingNight _arriving = new();
    private ServiceProvider _host = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_goes_together_is_told_of_each_as_if_it_had_gone_alone()
    {
        await PutAsync();
        var alone = new List<ErasureOrder>();
        foreach (var id in (int[])[1, 2, 3])
        {
            alone.Add(await OrderAsync(id));
            await RunAsync();
        }

        _batches.Seen.Clear();
        ErasureOrder[] together = [await OrderAsync(4), await OrderAsync(5), await OrderAsync(6)];
        await RunAsync();

        _batches.Seen.Should().Contain(batch => batch.Streams.Count == 3 && batch.Streams.All(append => append.Entries.Any(entry => entry.Type == ErasureEntries.PlaceAnswered.Type)), "they went together");
        for (var i = 0; i < 3; i++)
        {
            var (one, other) = (await FindAsync(alone[i]), await FindAsync(together[i]));
            other.Places.Select(Told).Should().Equal(one.Places.Select(Told));
            other.Status.Should().Be(one.Status);
            (await TypesAsync(together[i])).Should().Equal(await TypesAsync(alone[i]));
        }

        (await LeftAsync()).Should().Equal("1 0 1 False", "2 0 0 True", "4 0 1 False", "5 0 0 True", "7 2 1 True", "8 1 0 True");
    }

    [Fact]
    public async Task Who_is_protected_stays_and_keeps_nobody_else_from_going()
    {
        await PutAsync();
        await HandleAsync<LegalHolds, EntryId>(holds => holds.PlaceAsync(new HoldScope.Person(PersonOf(4)), HoldGround.LegalClaims, Owner, "a claim", new LocalDate(2027, 3, 1), cancellationToken: Token));
        ErasureOrder[] orders = [await OrderAsync(3), await OrderAsync(4), await OrderAsync(6)];

        await RunAsync();

        (await LeftAsync()).Should().Equal("1 2 1 True", "2 1 0 True", "4 2 1 True", "5 1 0 True", "7 2 1 True", "8 1 0 True");
        (await FindAsync(orders[1])).Places.Single(place => place.Kind is ErasurePlaceKind.Store).Kept.Should().Contain(kept => kept.Reason == ErasureStayReason.LegalHold);
        (await FindAsync(orders[2])).Status.Should().Be(ErasureOrderStatus.Completed);
    }

    [Fact]
    public async Task Of_whom_nothing_is_there_nothing_goes()
    {
        await PutAsync();
        ErasureOrder[] orders = [await OrderAsync(3), await OrderAsync(101), await OrderAsync(102)];

        await RunAsync();

        (await Task.WhenAll(FindAsync(orders[0]), FindAsync(orders[1]), FindAsync(orders[2]))).Select(order => (order.Status, order.Places[0].Deleted))
            .Should().Equal((ErasureOrderStatus.Completed, 2), (ErasureOrderStatus.Completed, 0), (ErasureOrderStatus.Completed, 0));
        (await LeftAsync()).Should().HaveCount(Guests - 1);
    }

    [Fact]
    public async Task Where_more_would_go_than_was_read_nothing_goes_together_and_each_is_told_what_went_of_it()
    {
        await PutAsync();
        _arriving.Of = 4;
        ErasureOrder[] orders = [await OrderAsync(3), await OrderAsync(4), await OrderAsync(6)];

        await RunAsync();

        _arriving.HasArrived.Should().BeTrue();
        _batches.Seen.Should().NotContain(batch => batch.Streams.Count > 1 && batch.Streams.All(append => append.Entries.Any(entry => entry.Type == ErasureEntries.PlaceAnswered.Type)), "what was read of them is not what would have gone");
        (await Task.WhenAll(orders.Select(FindAsync))).Select(order => order.Places.Single(place => place.Kind is ErasurePlaceKind.Store).Deleted).Should().Equal(2, 2, 2);
        (await LeftAsync()).Should().Equal("1 2 1 True", "2 1 0 True", "4 0 1 False", "5 1 0 True", "7 2 1 True", "8 1 0 True");
    }

    public async ValueTask InitializeAsync()
    {
        var reach = await database.CreateAsync(Token);
        var services = new ServiceCollection().AddSingleton<IClock>(_clock).AddSingleton<IAppendListener>(_batches).AddDbContext<GuestbookContext>(options =>
        {
            reach(options);
            options.AddInterceptors(_arriving);
        });
        services.AddGdprKit(gdpr => gdpr
            .UseRegister(ProcessingRegister.Create(register => register
                .Controller(controller => controller.Name("Voorbeeld B.V.").Country("NL").Contact(email: "info@voorbeeld.example"))
                .People(Customers, nl: "gasten", en: "guests")
                .Category(Name, nl: "naam", en: "name")
                .Category(EmailAddress, nl: "e-mailadres", en: "e-mail address")
                .Category(Purchases, nl: "wensen en rekeningen", en: "wishes and receipts")
                .Category(Address, nl: "adres", en: "address")
                .Event(LastPurchase, nl: "je verblijf", en: "your stay")
                .Event(InvoiceDate, nl: "de rekening", en: "the receipt")
                .Activity(Orders, stay => stay
                    .Name(nl: "Verblijf", en: "Stay").Purpose(nl: "Wij ontvangen gasten.", en: "We receive guests.").OnContract().About(Customers).Uses(Name, EmailAddress, Purchases)
                    .Keep(keep => keep.For(Period.FromYears(20)).After(LastPurchase)))
                .Activity(Invoicing, invoicing => invoicing
                    .Name(nl: "Rekeningen", en: "Receipts").Purpose(nl: "De belasting vraagt het.", en: "Tax law asks for it.").OnLegalObligation("art. 52 AWR", "NL").About(Customers).Uses(Address)
                    .Keep(keep => keep.For(Period.FromYears(7)).AfterEndOfFinancialYearOf(InvoiceDate).Statute("art. 52 lid 4 AWR", "NL")))))
            .AddMap<Guest>(data => data
                .IsSubject(Customers, guest => guest.Id).Field(Name, guest => guest.Name).Field(EmailAddress, guest => guest.Email)
                .Arrived(guest => guest.CameAt, TimeMeaning.Utc).Event(LastPurchase, guest => guest.CameAt, TimeMeaning.Utc))
            .AddMap<Night>(data => data.BelongsTo(night => night.Guest).Field(Purchases, night => night.Wishes).Event(LastPurchase, night => night.At, TimeMeaning.Utc))
            .AddMap<Receipt>(data => data.BelongsTo(receipt => receipt.Guest).Field(Address, receipt => receipt.Address).Event(InvoiceDate, receipt => receipt.On))
            .UseEntityFrameworkCore<GuestbookContext>()
            .UseLedgerMirror(_mirror.FullName));
        _host = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
        await WithAsync(context => context.Database.EnsureCreatedAsync(Token));
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await database.DropAsync();
        _mirror.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    // Of three guests the first has two nights and a receipt, the second a row that arrived after the order, and the third a night alone.
    private Task PutAsync() => WithAsync(async context =>
    {
        for (var id = 1; id <= Guests; id++)
        {
            var at = new DateTime(2024, 1, id, 12, 0, 0, DateTimeKind.Utc);
            context.Add(new Guest { Id = id, Name = "somebody", Email = "somebody@example.nl", CameAt = id % 3 == 2 ? new DateTime(2026, 11, 27, 12, 0, 0, DateTimeKind.Utc) : at });
            context.AddRange(Enumerable.Range(0, id % 3 == 1 ? 2 : 1).Select(_ => new Night { GuestId = id, Wishes = "a quiet room", At = at }));
            if (id % 3 == 1)
            {
                context.Add(new Receipt { GuestId = id, Address = "a street", On = new DateOnly(2025, 3, 1) });
            }
        }

        return await context.SaveChangesAsync(Token);
    });

    private Task<List<string>> LeftAsync() => WithAsync(context => context.Set<Guest>().OrderBy(guest => guest.Id)
        .Select(guest => guest.Id + " " + context.Set<Night>().Count(night => night.GuestId == guest.Id) + " " + context.Set<Receipt>().Count(receipt => receipt.GuestId == guest.Id) + " " + (guest.Email != null ? "True" : "False"))
        .ToListAsync(Token));

    private static SubjectId PersonOf(int id) => SubjectId.Of(Customers, id);

    private static string Told(ErasurePlaceState place) => $"{place.Kind} {place.Answer} {place.Deleted} {place.Emptied} {string.Join(',', place.Categories)} {place.ErasableFrom} {string.Join(',', place.Kept)} {place.NextAt}";

    private Task<ErasureOrder> OrderAsync(int id) => HandleAsync<Erasures, ErasureOrder>(erasures => erasures.OrderAsync(PersonOf(id), Owner, cancellationToken: Token));

    private Task<ErasureRound> RunAsync() => HandleAsync<ErasureRunner, ErasureRound>(runner => runner.RunAsync(Token));

    private async Task<ErasureOrder> FindAsync(ErasureOrder order) => (await HandleAsync<Erasures, ErasureOrder?>(erasures => erasures.FindAsync(order.Id, Token)))!;

    private Task<List<EntryType>> TypesAsync(ErasureOrder order) => HandleAsync<IServiceProvider, List<EntryType>>(async services =>
    {
        var head = await services.GetRequiredService<LedgerStreams>().ReadHeadsAsync(HeadFilter.Of(ErasureOrder.Fold.Kind) with { Key = StreamKey.Of(order.Id) }, Token).SingleAsync(Token);
        return await services.GetRequiredService<ILedgerStore>().ReadStreamAsync(head.Stream, 0, Token).Select(entry => entry.Type).ToListAsync(Token);
    });

    private async Task<T> HandleAsync<TService, T>(Func<TService, ValueTask<T>> handle)
        where TService : notnull
    {
        await using var scope = _host.CreateAsyncScope();
        return await handle(scope.ServiceProvider.GetRequiredService<TService>());
    }

    private async Task<T> WithAsync<T>(Func<GuestbookContext, Task<T>> use)
    {
        await using var scope = _host.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<GuestbookContext>());
    }

    private sealed class Batches : IAppendListener
    {
        public ConcurrentQueue<AppendBatch> Seen { get; } = [];

        public void OnAppended(AppendBatch batch) => Seen.Enqueue(batch);
    }
}
