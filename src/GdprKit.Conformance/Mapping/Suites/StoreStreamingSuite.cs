using GdprKit.Mapping;
using Xunit;

namespace GdprKit.Conformance;

/// <summary>A table that is large, and questions that end before it does.</summary>
/// <typeparam name="TFixture">The fixture of the adapter.</typeparam>
[Collection(OneAtATime.Name)]
public abstract class StoreStreamingSuite<TFixture> : PersonalDataStoreSuite<TFixture>
    where TFixture : PersonalDataStoreFixture
{
    // Buffers and pages have room in it, the rows have not.
    private const long Room = BigWorld.Bytes / 4;

    // More than the connections of any pool.
    private const int Abandoned = 150;

    // What a database had sent already may still come.
    private const int StillComing = 5_000;

    /// <summary>Tests the store of a fixture.</summary>
    /// <param name="fixture">The fixture.</param>
    protected StoreStreamingSuite(TFixture fixture)
        : base(fixture)
    {
    }

    private protected override IEnumerable<object> Rows() => BigWorld.FewRows();

    private protected override async ValueTask PrepareAsync()
    {
        if (await CountAsync<Visit>(RowCondition.Always) < BigWorld.Visits)
        {
            foreach (var portion in BigWorld.Portions())
            {
                await Fixture.PutAsync(portion, Token);
            }
        }
    }

    /// <summary>Memory does not grow with the number of rows.</summary>
    [Fact]
    public async Task Streams_and_never_holds_a_whole_table()
    {
        var (hers, his) = (new RowCondition.BelongsTo(BigWorld.Visitor), new RowCondition.BelongsTo(BigWorld.OtherVisitor));
        var late = new RowCondition.Between(Time<Visit>(DomainKeys.Visited), new DateOnly(2024, 1, 1), null);
        var request = new RowRequest { Times = [late.Time], Conditions = [hers, late] };
        await ExpectRoomAsync(
            "CountAsync of Visit, each of two conditions",
            () => CountAsync(his),
            _ => CountAsync(RowCondition.Always));
        await ExpectRoomAsync(
            "ReadAsync of Visit",
            () => WalkAsync(Store.ReadAsync(Entity<Visit>(), request with { Where = his }, Token)),
            look => WalkAsync(Store.ReadAsync(Entity<Visit>(), request, Token), look));
        await ExpectRoomAsync(
            "ExportAsync of Visit",
            () => WalkAsync(Store.ExportAsync(Entity<Visit>(), BigWorld.OtherVisitor, Token)),
            look => WalkAsync(Store.ExportAsync(Entity<Visit>(), BigWorld.Visitor, Token), look));

        async Task<long> CountAsync(RowCondition where) => (await Store.CountAsync(Entity<Visit>(), where, [hers, late], Token))[0];
    }

    /// <summary>Who waits can stop waiting, before and half-way.</summary>
    [Fact]
    public async Task Stops_when_cancelled()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        (string Asked, Func<ValueTask> Ask)[] questions =
        [
            ("Describe", () =>
            {
                _ = Store.Describe(cancelled.Token);
                return ValueTask.CompletedTask;
            }),
            ("CountAsync", async () => await Store.CountAsync(Entity<Visit>(), RowCondition.Always, [], cancelled.Token)),
            ("ReadAsync", async () => await WalkAsync(Store.ReadAsync(Entity<Visit>(), new RowRequest(), cancelled.Token))),
            ("ExportAsync", async () => await WalkAsync(Store.ExportAsync(Entity<Visit>(), BigWorld.Visitor, cancelled.Token))),
        ];
        foreach (var (asked, ask) in questions)
        {
            await Promise.ThrowsAsync<OperationCanceledException>(ask, "A member stops when it is cancelled.", $"{asked} with a token that is cancelled");
        }

        await ExpectStopAsync("ReadAsync", token => Store.ReadAsync(Entity<Visit>(), new RowRequest(), token));
        await ExpectStopAsync("ExportAsync", token => Store.ExportAsync(Entity<Visit>(), BigWorld.Visitor, token));
    }

    /// <summary>A question that nobody listens to any more holds no connection and no lock.</summary>
    [Fact]
    public async Task Leaves_nothing_open()
    {
        var his = new RowRequest { Where = new RowCondition.BelongsTo(BigWorld.OtherVisitor) };
        for (var i = 0; i < Abandoned; i++)
        {
            await foreach (var _ in Store.ReadAsync(Entity<Visit>(), his, Token))
            {
                break;
            }

            await foreach (var _ in Store.ExportAsync(Entity<Visit>(), BigWorld.OtherVisitor, Token))
            {
                break;
            }
        }

        var before = await CountAsync<Visit>(RowCondition.Always);
        await Fixture.PutAsync([BigWorld.Visit(BigWorld.Visits + 1_000)], Token);
        Promise.IsEqual(
            before + 1,
            await CountAsync<Visit>(RowCondition.Always),
            "Rows can be added and counted after questions of which only the first row was taken.",
            $"CountAsync of Visit, after {Abandoned} of ReadAsync and of ExportAsync were left after one row, and a row was added");
    }

    private static async Task ExpectRoomAsync(string asked, Func<Task<long>> askForFew, Func<Action, Task<long>> ask)
    {
        // The first time, plans are made and pools filled that stay. Of a few rows, or what a pool keeps of all would count as having been there before.
        _ = await askForFew();
        using var watch = new MemoryWatch();
        var rows = await ask(watch.Look);
        watch.Look();
        var growth = watch.Growth;
        Promise.Holds(
            growth <= Room,
            "Memory does not grow with the number of rows.",
            $"{asked}: {rows:N0} rows with {BigWorld.Bytes:N0} bytes of text",
            $"at most {Room:N0} bytes held at any moment",
            $"{growth:N0} bytes",
            nameof(Streams_and_never_holds_a_whole_table));
    }

    private static async Task ExpectStopAsync<T>(string asked, Func<CancellationToken, IAsyncEnumerable<T>> ask)
    {
        const string Sentence = "A member stops when it is cancelled, also half-way.";
        using var cancellation = new CancellationTokenSource();
        var rows = 0;
        await Promise.ThrowsAsync<OperationCanceledException>(
            async () =>
            {
                await foreach (var _ in ask(cancellation.Token))
                {
                    rows++;
                    if (rows == 10)
                    {
                        await cancellation.CancelAsync();
                    }
                }
            },
            Sentence,
            $"{asked} of Visit, cancelled after 10 of {BigWorld.Visits} rows",
            nameof(Stops_when_cancelled));
        Promise.Holds(
            rows < StillComing,
            Sentence,
            $"{asked} of Visit, cancelled after 10 rows",
            $"an end before row {StillComing}",
            $"an end after row {rows}",
            nameof(Stops_when_cancelled));
    }

    private static async Task<long> WalkAsync<T>(IAsyncEnumerable<T> rows, Action? look = null)
    {
        var count = 0L;
        await foreach (var _ in rows)
        {
            // What comes after everything was read is seen at the first row, what piles up at a later one.
            if (count++ % (BigWorld.Visits / 4) == 0)
            {
                look?.Invoke();
            }
        }

        return count;
    }
}
