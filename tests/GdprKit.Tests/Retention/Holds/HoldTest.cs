using GdprKit.Decisions;
using GdprKit.InMemory;
using GdprKit.Ledger;
using GdprKit.Mapping;
using NodaTime;
using NodaTime.Testing;

namespace GdprKit.Retention;

/// <summary>A ledger in memory, the shop that everything occurs in, and somebody who is sued.</summary>
public abstract class HoldTest : IAsyncLifetime
{
    protected static readonly Instant Start = Instant.FromUtc(2026, 11, 26, 9, 30);

    protected static readonly LocalDate Today = new(2026, 11, 26);

    protected static readonly LocalDate March = new(2027, 3, 1);

    protected static readonly SubjectId Somebody = SubjectId.Of(ShopKeys.Customers, 471104711);

    protected static readonly HoldScope Person = new HoldScope.Person(Somebody);

    protected static readonly HoldScope Emails = new HoldScope.Category(ShopKeys.EmailAddress);

    protected static readonly HoldScope Sales = new HoldScope.Entity("Shop", nameof(Sale));

    protected static readonly Operator Lawyer = Operator.Parse("staff-7");

    private readonly InMemoryDatabase _database = new();

    protected HoldTest()
    {
        Store = new WatchedStore(new InMemoryLedgerStore(_database));
        Subjects = new InMemorySubjectDirectory(_database);
        Streams = new LedgerStreams(Store, Clock);
        Holds = Create(Streams);
    }

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    protected FakeClock Clock { get; } = new(Start);

    protected WatchedStore Store { get; }

    protected InMemorySubjectDirectory Subjects { get; }

    protected LedgerStreams Streams { get; }

    protected LegalHolds Holds { get; }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync()
    {
        _database.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    protected LegalHolds Create(LedgerStreams streams) => new(
        ShopPlan.Register(), PersonalDataMap.Create(ShopPlan.Register(), ShopPlan.Maps, [ShopPlan.Store], [ShopPlan.Binder]), streams, Store, Subjects, Clock);

    protected ValueTask<EntryId> PlaceAsync(HoldScope? scope = null, LocalDate? reviewOn = null, EntryId? id = null, HoldGround ground = HoldGround.LegalClaims) =>
        Holds.PlaceAsync(scope ?? Person, ground, Lawyer, "Broken kettle, file 12", reviewOn ?? March, id, Token);

    protected async Task<List<LedgerEntry>> EntriesAsync() => [.. (await Store.ReadLatestAsync(null, 1000, Token)).OrderBy(entry => entry.Stream).ThenBy(entry => entry.Version)];
}
