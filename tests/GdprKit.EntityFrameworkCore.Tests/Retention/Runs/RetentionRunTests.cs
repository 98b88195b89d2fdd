using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static GdprKit.ShopKeys;

namespace GdprKit.EntityFrameworkCore.Retention;

/// <summary>Runs in a database: in order, in ranges, by several instances, and interrupted anywhere.</summary>
public abstract class RetentionRunTests(ClubhouseDatabase database) : ClubhouseTest(database)
{
    [Fact]
    public async Task A_row_goes_after_what_refers_to_it_and_with_what_holds_nothing_of_its_own()
    {
        await PutAsync(guests: 3, badges: 2, remarks: 2);

        var run = await RunAsync();

        run.Should().BeEquivalentTo(new { Status = RunStatus.Completed, Done = 3L + 6 + 6, Approved = 3L + 6 + 6 });
        (await CountsAsync()).Should().Be((0, 0, 0));
    }

    [Theory]
    [InlineData(nameof(Badge), 1, 2, 0)]
    [InlineData(nameof(Remark), 1, 2, 2)]
    public async Task What_is_protected_keeps_what_it_refers_to(string entity, int guests, int badges, int remarks)
    {
        await PutAsync(guests: 1, badges: 2, remarks: 2);
        await PlaceAsync(new HoldScope.Entity(nameof(ClubhouseContext), $"{typeof(Badge).Namespace}.{entity}"));

        (await RunAsync()).Status.Should().Be(RunStatus.Completed);

        (await CountsAsync()).Should().Be((guests, badges, remarks), "a database would have taken it along, or refused");
    }

    [Fact]
    public async Task A_row_that_is_judged_by_what_goes_with_it_is_chosen_before()
    {
        ReadsBadges = true;
        await PutAsync(guests: 3, badges: 2, remarks: 0);

        var run = await RunAsync(options => options.BatchSize = 1);

        run.Should().BeEquivalentTo(new { Status = RunStatus.Completed, Done = 9L }, "without its badges nobody could tell any more whether a guest may go");
        (await CountsAsync()).Should().Be((0, 0, 0));
    }

    [Fact]
    public async Task Somebody_who_is_dated_by_what_they_wrote_goes_with_it()
    {
        ReadsRemarks = true;
        await PutAsync(guests: 3, badges: 2, remarks: 2);
        await WithAsync(context => context.Set<Remark>().Where(remark => remark.GuestId == 1).Take(1).ExecuteUpdateAsync(set => set.SetProperty(remark => remark.WrittenOn, new DateOnly(2026, 11, 1)), Token));

        var run = await RunAsync(options => options.BatchSize = 1);

        run.Should().BeEquivalentTo(new { Status = RunStatus.Completed, Done = 1L + (2 * (1 + 2 + 2)), Approved = 1L + (2 * (1 + 2 + 2)) }, "without what they wrote nobody would ever know again when they may go");
        (await CountsAsync()).Should().Be((1, 2, 1));
    }

    [Theory]
    [InlineData(nameof(Guest), 2)]
    [InlineData(nameof(Badge), 2 + 1)]
    [InlineData(nameof(Remark), 1)]
    public async Task What_protects_something_of_somebody_keeps_the_rows_they_are_dated_by(string entity, long values)
    {
        ReadsRemarks = true;
        await PutAsync(guests: 1, badges: 2, remarks: 2);
        var (scope, hold) = await PlaceAsync(new HoldScope.Entity(nameof(ClubhouseContext), $"{typeof(Badge).Namespace}.{entity}"));

        (await RunAsync()).Should().BeEquivalentTo(new { Status = RunStatus.Completed, Done = values }, "what stands in a row that is not on hold goes all the same");
        (await CountsAsync()).Should().Be((1, 2, 2));

        await LiftAsync(scope, hold);
        await RunAsync();
        (await CountsAsync()).Should().Be((0, 0, 0));
    }

    [Fact]
    public async Task Somebody_who_is_protected_keeps_all_that_is_theirs()
    {
        await PutAsync(guests: 3, badges: 2, remarks: 2);
        await PlaceAsync(new HoldScope.Person(SubjectId.Of(Customers, 2)));

        await RunAsync();

        (await CountsAsync()).Should().Be((1, 2, 2));
    }

    [Fact]
    public async Task A_row_that_stays_loses_its_values()
    {
        await PutAsync(guests: 1, badges: 1, remarks: 1);
        await WithAsync(context => context.Set<Remark>().ExecuteUpdateAsync(set => set.SetProperty(remark => remark.WrittenOn, new DateOnly(2026, 11, 1)), Token));

        (await RunAsync()).Should().BeEquivalentTo(new { Status = RunStatus.Completed, Done = 1L });

        (await CountsAsync()).Should().Be((1, 1, 1));
        (await WithAsync(context => context.Set<Guest>().Select(guest => guest.Email).SingleAsync(Token))).Should().BeNull();
        (await Retention.PreviewAsync(Token)).IsEmpty.Should().BeTrue("there is nothing left to do");
    }

    [Fact]
    public async Task Many_rows_go_in_ranges_each_with_its_record()
    {
        await PutAsync(guests: 1_000, badges: 1, remarks: 1);

        var run = await RunAsync(options => options.BatchSize = 100);

        run.Should().BeEquivalentTo(new { Status = RunStatus.Completed, Done = 3_000L });
        (await CountsAsync()).Should().Be((0, 0, 0));
        (await EntriesAsync("run.batch/1")).Should().Be(10 + 10, "ten ranges of remarks, and ten of guests, each with their badges");
    }

    [Fact]
    public async Task Two_instances_share_a_run_and_no_row_counts_twice()
    {
        await PutAsync(guests: 600, badges: 1, remarks: 1);
        var (one, other) = (Instance(Small), Instance(Small));
        await ApproveAsync(one);

        await Task.WhenAll(new[] { one, other }.Select(instance => Task.Run(() => instance.GetRequiredService<RetentionRunner>().RunAsync(Token).AsTask(), Token)));

        (await RunsAsync()).Should().ContainSingle().Which.Run.Should().BeEquivalentTo(new { Status = RunStatus.Completed, Done = 1_800L });
        (await EntriesAsync("run.started/1")).Should().Be(1, "who comes second finds it begun, or over");
    }

    [Fact]
    public async Task Interrupted_anywhere_it_goes_on_and_every_row_is_counted_once()
    {
        await PutAsync(guests: 600, badges: 1, remarks: 1);
        await ApproveAsync(Instance(Small));
        var random = new Random(5);
        var interrupted = 0;
        for (var tried = 0; tried < 500 && !(await RunsAsync()).Single().Run.IsOver; tried++)
        {
            using var kill = CancellationTokenSource.CreateLinkedTokenSource(Token);

            // Longer every time: on a machine that is busy, counting alone can take longer than sixty milliseconds, and nothing would ever begin.
            kill.CancelAfter(random.Next(1, 60 + (2 * tried)));
            try
            {
                await Instance(Small).GetRequiredService<RetentionRunner>().RunAsync(kill.Token);
            }
            catch (OperationCanceledException) when (!Token.IsCancellationRequested)
            {
                interrupted++;
            }
        }

        interrupted.Should().BePositive();
        (await RunsAsync()).Single().Run.Should().BeEquivalentTo(new { Status = RunStatus.Completed, Done = 1_800L });
        (await CountsAsync()).Should().Be((0, 0, 0));
    }
}
