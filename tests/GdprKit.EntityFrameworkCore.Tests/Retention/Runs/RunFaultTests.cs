using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace GdprKit.EntityFrameworkCore.Retention;

/// <summary>What happens to a run when its database is changed under it, and when everybody begins at once.</summary>
/// <remarks>Twenty instances begin at once each time; a hundred by <c>GDPRKIT_INSTANCES=100</c>.</remarks>
public abstract class RunFaultTests(ClubhouseDatabase database) : ClubhouseTest(database)
{
    private static readonly int Instances = int.TryParse(Environment.GetEnvironmentVariable("GDPRKIT_INSTANCES"), CultureInfo.InvariantCulture, out var instances) ? instances : 20;

    [Fact]
    public async Task A_part_whose_table_was_renamed_since_the_start_is_told_and_the_others_go_on()
    {
        await PutAsync(guests: 200, badges: 1, remarks: 1);

        // Between two transactions.
        Time = new HastyTime(wait => Execute(wait == 1 ? """ALTER TABLE "Guest" RENAME TO "Visitor" """ : null));
        var run = await RunAsync(InPieces);

        run.Status.Should().Be(RunStatus.Incomplete);
        NamesOfFaults(run).Should().Equal("Guest Delete StoreFailed", "Guest Blank StoreFailed");
        Execute("""ALTER TABLE "Visitor" RENAME TO "Guest" """);
        (await CountsAsync()).Should().Be((200, 200, 0));
        run.Done.Should().Be(200);

        (await RunAsync()).Should().BeEquivalentTo(new { Status = RunStatus.Completed, Done = 400L });
        (await CountsAsync()).Should().Be((0, 0, 0));
    }

    [Fact]
    public async Task What_a_constraint_keeps_that_was_added_since_the_start_stays_whole_and_the_rest_goes()
    {
        await PutAsync(guests: 200, badges: 1, remarks: 1);
        Time = new HastyTime(wait => Execute(wait == 1
            ? """CREATE TABLE "Loan" ("Id" integer PRIMARY KEY, "GuestId" integer NOT NULL REFERENCES "Guest" ("Id") ON DELETE RESTRICT); INSERT INTO "Loan" VALUES (1, 120)"""
            : null));

        var run = await RunAsync(InPieces);

        run.Status.Should().Be(RunStatus.Incomplete);
        NamesOfFaults(run).Should().Equal("Guest Delete StoreFailed");
        (await CountsAsync()).Should().Be((50, 50, 0), "the transaction with the guest who lent something was taken back, with the badges, and the others were not");
        run.Done.Should().Be(200 + 150 + 150 + 50, "guests who must stay lose their values");

        Execute("""DROP TABLE "Loan" """);
        (await RunAsync()).Should().BeEquivalentTo(new { Status = RunStatus.Completed, Done = 100L });
    }

    [Fact]
    public async Task Of_many_instances_that_begin_at_the_same_minute_one_does_the_run_and_every_row_is_counted_once()
    {
        await PutAsync(guests: 200, badges: 1, remarks: 1);
        var instances = Enumerable.Range(0, Instances).Select(_ => Instance(options =>
        {
            InPieces(options);
            (options.RowsPerSecond, options.IsAutomatic, options.WaitAfterChange, options.MostShare) = (null, true, Duration.Zero, 1);
        })).ToList();

        var outcomes = await Task.WhenAll(instances.Select(instance => Task.Run(() => BeginAsync(instance), Token)));

        outcomes.OfType<AutomaticOutcome.Approved>().Should().ContainSingle("all others saw that one had");
        (await RunsAsync()).Should().ContainSingle().Which.Run.Should().BeEquivalentTo(new { Status = RunStatus.Completed, Done = 600L });
        (await CountsAsync()).Should().Be((0, 0, 0));
        (await EntriesAsync("run.started/1")).Should().Be(1);
        (await EntriesAsync("run.batch/1")).Should().Be(4 + 4, "four ranges of remarks, and four of guests with their badges");
    }

    private static void InPieces(RetentionRunOptions options) => (options.BatchSize, options.RowsPerSecond) = (50, 1);

    private static async Task<AutomaticOutcome> BeginAsync(ServiceProvider instance)
    {
        await using var scope = instance.CreateAsyncScope();
        var outcome = await scope.ServiceProvider.GetRequiredService<AutomaticApproval>().DecideAsync(Token);
        await instance.GetRequiredService<RetentionRunner>().RunAsync(Token);
        return outcome;
    }

    private void Execute(string? statements)
    {
        if (statements is not null)
        {
            using var scope = Instance().CreateScope();
            scope.ServiceProvider.GetRequiredService<ClubhouseContext>().Database.ExecuteSqlRaw(statements);
        }
    }
}
