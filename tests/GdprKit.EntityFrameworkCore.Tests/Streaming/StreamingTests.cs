using GdprKit.Mapping;

namespace GdprKit.EntityFrameworkCore.Streaming;

/// <summary>Rows come as they are taken, also from the database of a host that tries again what failed.</summary>
public sealed class StreamingTests(PostgreSqlServer server)
{
    private const int Taken = 3;

    // Between a server and who reads there is room for some megabytes; a letter has a kilobyte.
    private const int UnderWay = Letter.All / 4;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SQLite_makes_no_more_rows_than_are_taken()
    {
        await using var database = await LetterDatabase.InSqliteAsync();
        await CheckLeavingAsync(database);
    }

    [PostgreSqlFact]
    public async Task PostgreSql_makes_few_more_rows_than_are_taken_and_stops_when_the_caller_leaves()
    {
        await using var database = await LetterDatabase.InPostgreSqlAsync(server);
        await CheckLeavingAsync(database);
    }

    [PostgreSqlFact]
    public async Task PostgreSql_stops_when_the_caller_cancels()
    {
        await using var database = await LetterDatabase.InPostgreSqlAsync(server);
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var reading = async () =>
        {
            await foreach (var _ in database.Store.ExportAsync(database.Letters, LetterDatabase.Customer, cancellation.Token))
            {
                await cancellation.CancelAsync();
            }
        };

        await reading.Should().ThrowAsync<OperationCanceledException>();

        (await database.ToldAsync()).Should().BePositive().And.BeLessThan(UnderWay);
    }

    [Fact]
    public async Task Sqlite_is_asked_again_when_opening_fails_and_tells_every_row_once()
    {
        await using var database = await LetterDatabase.InSqliteAsync();
        await CheckOpeningAsync(database);
    }

    [PostgreSqlFact]
    public async Task PostgreSql_is_asked_again_when_opening_fails_and_tells_every_row_once()
    {
        await using var database = await LetterDatabase.InPostgreSqlAsync(server);
        await CheckOpeningAsync(database);
    }

    private static async Task CheckLeavingAsync(LetterDatabase database)
    {
        await TakeAsync(database.Store.ReadAsync(database.Letters, new RowRequest(), Token));
        var read = await database.ToldAsync();
        await TakeAsync(database.Store.ExportAsync(database.Letters, LetterDatabase.Customer, Token));
        var exported = await database.ToldAsync() - read;

        read.Should().BeInRange(Taken, UnderWay);
        exported.Should().BeInRange(Taken, UnderWay);
    }

    private static async Task CheckOpeningAsync(LetterDatabase database)
    {
        database.Unreachable.IsAhead = true;
        var keys = await database.Store.ReadAsync(database.Letters, new RowRequest { Limit = 1000 }, Token).Select(row => (long)row.Key[0]!).ToListAsync(Token);

        keys.Should().Equal(Enumerable.Range(1, 1000).Select(key => (long)key));
        database.Unreachable.Asked.Should().Be(2);
    }

    private static async Task TakeAsync<T>(IAsyncEnumerable<T> rows)
    {
        var taken = 0;
        await foreach (var _ in rows)
        {
            if (++taken == Taken)
            {
                break;
            }
        }
    }
}
