using GdprKit.InMemory;
using NodaTime;
using NodaTime.Testing;

namespace GdprKit.Ledger;

/// <summary>A ledger in memory with a clock of its own.</summary>
public abstract class LedgerTest : IAsyncLifetime
{
    protected static readonly Instant Start = Instant.FromUtc(2026, 11, 26, 9, 30);

    private readonly InMemoryDatabase _database = new();

    protected LedgerTest()
    {
        Store = new InMemoryLedgerStore(_database);
        Streams = new LedgerStreams(Store, Clock);
    }

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    protected FakeClock Clock { get; } = new(Start);

    protected ILedgerStore Store { get; }

    protected LedgerStreams Streams { get; }

    protected static StreamId Somebody { get; } = Subscription.StreamOf(SubjectRef.Parse("000102030405060708090a0b0c0d0e0f"));

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync()
    {
        _database.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    protected ValueTask<StreamSnapshot<Subscription>> AddAsync(params EntryDraft[] drafts) => AddAsync(Somebody, drafts);

    protected ValueTask<StreamSnapshot<Subscription>> AddAsync(StreamId stream, params EntryDraft[] drafts) =>
        Streams.AppendAsync<Subscription>(stream, null, _ => drafts.ToValueList(), Token);

    protected async Task<List<LedgerEntry>> EntriesAsync(StreamId? stream = null) =>
        await Store.ReadStreamAsync(stream ?? Somebody, 0, Token).ToListAsync(Token);
}
