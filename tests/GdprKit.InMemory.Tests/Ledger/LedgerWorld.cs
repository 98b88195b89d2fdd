using GdprKit.Ledger;
using NodaTime;
using NodaTime.Testing;

namespace GdprKit.InMemory.Ledger;

/// <summary>A ledger in memory with a mirror, and people who append to it.</summary>
internal sealed class LedgerWorld : IDisposable
{
    private int _appended;

    public LedgerWorld() => (Store, Log) = (new InMemoryLedgerStore(Database), new InMemoryLedgerLog(Database));

    public FakeClock Clock { get; } = new(Instant.FromUtc(2026, 11, 26, 9, 30));

    public InMemoryDatabase Database { get; } = new();

    public InMemoryLedgerStore Store { get; }

    public InMemoryLedgerLog Log { get; }

    public InMemoryLedgerMirror Mirror { get; } = new();

    /// <summary>Signs the checkpoints; nobody does at first.</summary>
    public ICheckpointSigner? Signer { get; set; }

    public LedgerSequencer Sequencer => new(Store, Log, Clock, Mirror, Signer);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Appends entries, each to a stream of its own.</summary>
    public async Task<ValueList<EntryId>> AppendAsync(int count)
    {
        var ids = new List<EntryId>();
        for (var i = 0; i < count; i++)
        {
            var stream = Subscription.StreamOf(SubjectRef.New(), $"n{_appended++}");
            await new LedgerStreams(Store, Clock).AppendAsync<Subscription>(stream, null, _ => [Subscription.Start()], Token);
            await foreach (var entry in Store.ReadStreamAsync(stream, 0, Token))
            {
                ids.Add(entry.Id);
            }
        }

        return ids.ToValueList();
    }

    /// <summary>Every entry has one position, and the mirror holds the same.</summary>
    public async Task ShouldBeLevelAsync(IEnumerable<EntryId> appended)
    {
        var log = await Log.ReadLogAsync(0, LedgerLimits.HeadsPerPage, Token);
        log.Select(entry => entry.Id).Should().BeEquivalentTo(appended, "nothing is lost or doubled");
        log.Select(entry => entry.Position).Should().Equal(Enumerable.Range(0, log.Count).Select(place => (long)place));
        (await Mirror.ReadAsync(0, LedgerLimits.HeadsPerPage, Token)).Should().Equal(log);
        var tip = await Log.ReadTipAsync(Token);
        (tip?.MirroredSize ?? 0, (await Mirror.ReadTipAsync(Token))?.Tree ?? MerkleTree.Empty).Should().Be((log.Count, tip?.Tree ?? MerkleTree.Empty));
        (await Log.CountPendingAsync(Token)).Should().Be(0);
    }

    public void Dispose() => Database.Dispose();
}
