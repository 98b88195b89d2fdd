using GdprKit.InMemory;
using GdprKit.Ledger;
using NodaTime;
using NodaTime.Testing;

namespace GdprKit.Decisions;

/// <summary>A ledger in memory, a clock of its own, and somebody to decide about.</summary>
public abstract class PersonTest : IAsyncLifetime
{
    protected static readonly Instant Start = Instant.FromUtc(2026, 11, 26, 9, 30);

    protected static readonly SubjectId Somebody = SubjectId.Of(ShopKeys.Customers, 471104711);

    private readonly InMemoryDatabase _database = new();

    protected PersonTest()
    {
        Store = new InMemoryLedgerStore(_database);
        Subjects = new InMemorySubjectDirectory(_database);
        Streams = new LedgerStreams(Store, Clock);
        Objections = new Objections(Streams, Subjects, Clock);
        Restrictions = new Restrictions(Streams, Subjects, Clock);
    }

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    protected FakeClock Clock { get; } = new(Start);

    protected InMemoryLedgerStore Store { get; }

    protected InMemorySubjectDirectory Subjects { get; }

    protected LedgerStreams Streams { get; }

    protected Objections Objections { get; }

    protected Restrictions Restrictions { get; }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync()
    {
        _database.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    protected async Task<List<LedgerEntry>> EntriesAsync() => [.. (await Store.ReadLatestAsync(null, 100, Token)).OrderBy(entry => entry.Stream).ThenBy(entry => entry.Version)];
}
