namespace GdprKit.EntityFrameworkCore.Retention;

/// <summary>Rows that the application holds, changes and refers to while they are about to go.</summary>
public sealed class PostgreSqlRunLockTests : ClubhouseTest
{
    private readonly PostgreSqlClubhouse _database;

    // A second, so that waiting in vain takes no longer; who finds a deadlock is the run, and not the application.
    public PostgreSqlRunLockTests(PostgreSqlServer server)
        : this(new PostgreSqlClubhouse(server, "-c lock_timeout=1000 -c deadlock_timeout=100"))
    {
    }

    private PostgreSqlRunLockTests(PostgreSqlClubhouse database)
        : base(database) => _database = database;

    [Fact]
    public async Task A_row_that_the_application_lets_go_in_time_goes()
    {
        await PutAsync(guests: 3, badges: 2, remarks: 1);
        await using var application = await BeginAsync("""SELECT 1 FROM "Guest" WHERE "Id" = 2 FOR UPDATE""");
        Time = new HastyTime(_ => application.Rollback());

        (await RunAsync()).Should().BeEquivalentTo(new { Status = RunStatus.Completed, Done = 3L + 6 + 3 });

        (await CountsAsync()).Should().Be((0, 0, 0));
    }

    [Theory]
    [InlineData("""SELECT 1 FROM "Guest" WHERE "Id" = 2 FOR UPDATE""", nameof(Guest), 3, 6, 0)]
    [InlineData("""UPDATE "Badge" SET "GuestId" = 2 WHERE "GuestId" = 2""", nameof(Guest), 3, 6, 0)]
    [InlineData("""UPDATE "Remark" SET "Text" = 'bye' WHERE "GuestId" = 2""", nameof(Remark), 3, 6, 3)]
    public async Task A_row_that_the_application_does_not_let_go_stays_with_what_goes_along_and_goes_in_the_next_run(string held, string told, int guests, int badges, int remarks)
    {
        await PutAsync(guests: 3, badges: 2, remarks: 1);
        Time = new HastyTime();
        await using var application = await BeginAsync(held);

        var run = await RunAsync();

        run.Status.Should().Be(RunStatus.Incomplete);
        NamesOfFaults(run).Should().StartWith($"{told} Delete StoreFailed").And.OnlyContain(fault => fault.StartsWith(told), "the others go on");
        (await CountsAsync()).Should().Be((guests, badges, remarks));
        run.Steps.Where(step => step.Action is DisposalAction.Delete).Sum(step => step.Done).Should().Be(3 + 6 + 3 - guests - badges - remarks);

        application.Rollback();
        (await RunAsync()).Status.Should().Be(RunStatus.Completed);
        (await CountsAsync()).Should().Be((0, 0, 0));
    }

    [Theory]
    [InlineData("""UPDATE "Guest" SET "CameOn" = '2026-11-01' WHERE "Id" = 2""", 2, 0)]
    [InlineData("""INSERT INTO "Remark" ("GuestId", "Text", "WrittenOn") VALUES (2, 'here again', '2026-11-01')""", 2, 1)]
    [InlineData("""INSERT INTO "Badge" ("Id", "GuestId") VALUES ('0b3a8c86-3a9a-4bd3-8c8d-5e2f4b8a8a11', 2)""", 0, 0)]
    public async Task What_the_application_does_while_the_run_waits_for_it_counts(string done, int badges, int remarks)
    {
        await PutAsync(guests: 3, badges: 2, remarks: 0);
        Time = new HastyTime();
        await using var application = await BeginAsync(done);
        var running = RunAsync();
        await application.WaitUntilWaitedForAsync(Token);

        await application.CommitAsync(Token);

        (await running).Status.Should().Be(RunStatus.Completed);
        (await CountsAsync()).Should().Be((badges > 0 ? 1 : 0, badges, remarks), "who came again stays, and so does everything of theirs");
    }

    [Fact]
    public async Task A_deadlock_with_the_application_is_tried_again_and_every_row_is_counted_once()
    {
        await PutAsync(guests: 3, badges: 2, remarks: 1);
        Time = new HastyTime();
        await using var application = await BeginAsync("""UPDATE "Guest" SET "Email" = 'new@example.nl' WHERE "Id" = 3""");
        var running = RunAsync();
        await application.WaitUntilWaitedForAsync(Token);

        // The run holds this row, and waits for the other one.
        await application.ExecuteAsync("""UPDATE "Guest" SET "Email" = 'new@example.nl' WHERE "Id" = 1""", Token);
        await application.CommitAsync(Token);

        (await running).Should().BeEquivalentTo(new { Status = RunStatus.Completed, Done = 3L + 6 + 3 });
        (await CountsAsync()).Should().Be((0, 0, 0));
    }

    [Fact]
    public async Task A_connection_that_breaks_in_a_transaction_takes_it_back_and_the_run_goes_on()
    {
        await PutAsync(guests: 3, badges: 2, remarks: 1);
        Time = new HastyTime();
        await using var application = await BeginAsync("""SELECT 1 FROM "Guest" WHERE "Id" = 2 FOR UPDATE""");
        var running = RunAsync();
        await application.WaitUntilWaitedForAsync(Token);

        await application.ExecuteAsync("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'run' AND wait_event_type = 'Lock' AND datname = current_database()", Token);
        application.Rollback();

        (await running).Should().BeEquivalentTo(new { Status = RunStatus.Completed, Done = 3L + 6 + 3 });
        (await CountsAsync()).Should().Be((0, 0, 0));
    }

    private Task<OpenTransaction> BeginAsync(string statement) => OpenTransaction.BeginAsync(_database.ConnectionString, statement, Token);
}
