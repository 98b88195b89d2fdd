using GdprKit.Decisions;
using GdprKit.InMemory;
using GdprKit.Ledger;
using NodaTime;
using NodaTime.Testing;
using static GdprKit.ShopKeys;

namespace GdprKit.Requests;

/// <summary>A ledger in memory, the test shop, and two customers. It is Thursday 26 November 2026.</summary>
public abstract class RightsRequestTest : IAsyncLifetime
{
    protected static readonly Instant Start = Instant.FromUtc(2026, 11, 26, 9, 30);

    protected static readonly LocalDate Today = new(2026, 11, 26);

    protected static readonly SubjectId Ann = SubjectId.Of(Customers, 471104711);

    protected static readonly SubjectId Bob = SubjectId.Of(Customers, 815081508);

    protected static readonly Operator Clerk = Operator.Parse("staff-7");

    protected static readonly Operator Colleague = Operator.Parse("staff-8");

    private readonly InMemoryDatabase _database = new();

    protected RightsRequestTest()
    {
        Store = new WatchedStore(new InMemoryLedgerStore(_database));
        Subjects = new InMemorySubjectDirectory(_database);
        Streams = new LedgerStreams(Store, Clock);
        Requests = new RightsRequests(TestRegisters.Shop(), Streams, Store, Subjects, Clock);
        Objections = new Objections(Streams, Subjects, Clock);
        Restrictions = new Restrictions(Streams, Subjects, Clock);
    }

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    protected FakeClock Clock { get; } = new(Start);

    protected WatchedStore Store { get; }

    protected InMemorySubjectDirectory Subjects { get; }

    protected LedgerStreams Streams { get; }

    protected RightsRequests Requests { get; }

    protected Objections Objections { get; }

    protected Restrictions Restrictions { get; }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync()
    {
        _database.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    protected static RightsRequestIntake Letter(RightsRequestKind kind = RightsRequestKind.Access, Key<ProcessingActivity>? activity = null, LocalDate? on = null) => new()
    {
        Kind = kind,
        Through = RightsRequestChannel.Letter,
        ReceivedOn = on,
        Activity = activity,
        EnteredBy = Clerk,
        Words = "What do you know of my kettle?",
        Address = "Kettle Lane 12",
    };

    protected ValueTask<EntryId> ReceiveAsync(
        RightsRequestKind kind = RightsRequestKind.Access, Key<ProcessingActivity>? activity = null, LocalDate? on = null, SubjectId? person = null, EntryId? id = null) =>
        Requests.ReceiveAsync(Letter(kind, activity, on), person ?? Ann, id, Token);

    protected ValueTask<EntryId> ReceiveFromNobodyAsync(RightsRequestKind kind = RightsRequestKind.Access, Key<ProcessingActivity>? activity = null) =>
        Requests.ReceiveAsync(Letter(kind, activity), null, cancellationToken: Token);

    protected async Task<RightsRequest> FindAsync(EntryId request) => (await Requests.FindAsync(request, Token))!;

    protected async Task<List<LedgerEntry>> EntriesAsync() => [.. (await Store.ReadLatestAsync(null, 1000, Token)).OrderBy(entry => entry.Stream).ThenBy(entry => entry.Version)];

    protected async Task RefusesAsync(string id, Func<Task> refused)
    {
        var before = await EntriesAsync();
        var thrown = await FluentActions.Awaiting(refused).Should().ThrowAsync<RightsRequestException>();

        thrown.Which.Id.Should().Be(id);
        thrown.Which.Fault.Should().NotBeEmpty();
        thrown.Which.Remedy.Should().NotBeEmpty();
        thrown.Which.Message.Should().StartWith($"{id}: ").And.NotContainAny("471104711", "ettle");
        (await EntriesAsync()).Should().Equal(before);
    }
}
