using System.Diagnostics;

namespace GdprKit.EntityFrameworkCore.Retention;

public sealed class PostgreSqlRunFaultTests : RunFaultTests
{
    private readonly PostgreSqlClubhouse _database;

    public PostgreSqlRunFaultTests(PostgreSqlServer server)
        : this(new PostgreSqlClubhouse(server))
    {
    }

    private PostgreSqlRunFaultTests(PostgreSqlClubhouse database)
        : base(database) => _database = database;

    [Fact]
    public async Task Where_nobody_says_how_long_a_transaction_waits_for_a_row_five_seconds()
    {
        await PutAsync(guests: 3, badges: 2, remarks: 1);
        await using var application = await OpenTransaction.BeginAsync(_database.ConnectionString, """SELECT 1 FROM "Guest" WHERE "Id" = 2 FOR UPDATE""", Token);
        var (begun, waited) = (Stopwatch.GetTimestamp(), TimeSpan.Zero);
        Time = new HastyTime(_ =>
        {
            waited = Stopwatch.GetElapsedTime(begun);
            application.Rollback();
        });

        (await RunAsync()).Should().BeEquivalentTo(new { Status = RunStatus.Completed, Done = 3L + 6 + 3 });

        waited.Should().BeGreaterThan(TimeSpan.FromSeconds(5)).And.BeLessThan(TimeSpan.FromSeconds(25), "a command would wait for thirty");
    }
}
