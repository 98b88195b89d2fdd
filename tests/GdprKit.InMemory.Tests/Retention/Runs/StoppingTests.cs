using GdprKit.Ledger;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;

namespace GdprKit.InMemory.Retention;

/// <summary>A run stops by itself before it does something else than what was approved, and when somebody says so.</summary>
public sealed class StoppingTests : RunTest
{
    [Fact]
    public async Task A_run_that_would_take_more_than_was_approved_takes_nothing()
    {
        Bought(3, 4, 5);
        await ApproveAsync();
        Bought(6, 7);

        (await Runner.RunAsync(Token)).Run!.Run.Should().BeEquivalentTo(new { Status = RunStatus.Stopped, Reason = RunStop.BeyondTolerance, Done = 0L });
        Buyers.Should().HaveCount(5);
    }

    [Fact]
    public async Task Rows_that_come_while_it_runs_take_nothing_along()
    {
        Bought(3, 4, 5);
        Between(() =>
        {
            Bought(6, 7);
            return Task.CompletedTask;
        });
        await ApproveAsync();

        (await Runner.RunAsync(Token)).Run!.Run.Should().BeEquivalentTo(new { Status = RunStatus.Stopped, Reason = RunStop.BeyondTolerance, Done = 0L });
        Buyers.Should().HaveCount(5, "the transaction was taken back");
    }

    [Fact]
    public async Task What_becomes_due_after_the_day_of_the_approval_stays()
    {
        Bought(3);
        Buyers.Add(new Buyer { Id = 7, Email = "x", BoughtOn = new DateOnly(2024, 11, 27) });
        await ApproveAsync();
        Clock.AdvanceDays(3);

        (await Runner.RunAsync(Token)).Run!.Run.Should().BeEquivalentTo(new { Status = RunStatus.Completed, Done = 1L });
        Buyers.Should().ContainSingle().Which.Id.Should().Be(7);
    }

    [Fact]
    public async Task Other_rules_stop_it()
    {
        Bought(3);
        await ApproveAsync();
        await using var newer = new Newer(this);

        (await newer.Runner.RunAsync(Token)).Run!.Run.Should().BeEquivalentTo(new { Status = RunStatus.Stopped, Reason = RunStop.RulesChanged, Done = 0L });
        Buyers.Should().HaveCount(1);
    }

    [Fact]
    public async Task A_clock_that_was_set_back_stops_it()
    {
        Bought(3);
        await ApproveAsync();
        Clock.Reset(Instant.FromUtc(2026, 11, 20, 9, 30));

        (await Runner.RunAsync(Token)).Run!.Run.Should().BeEquivalentTo(new { Status = RunStatus.Stopped, Reason = RunStop.DayAhead });
        Buyers.Should().HaveCount(1);
    }

    [Fact]
    public async Task Paused_it_does_nothing_and_resumed_it_goes_on()
    {
        Bought(3);
        var id = await ApproveAsync();
        (await Runs.PauseAsync(id, Colleague, Token)).Status.Should().Be(RunStatus.Paused);
        (await Runner.RunAsync(Token)).Run.Should().BeNull();
        Buyers.Should().HaveCount(1);

        (await Runs.ResumeAsync(id, Owner, Token)).Status.Should().Be(RunStatus.Approved);

        (await Runner.RunAsync(Token)).Run!.Run.Status.Should().Be(RunStatus.Completed);
        await Runs.Invoking(runs => runs.PauseAsync(id, Owner, Token).AsTask()).Should().ThrowAsync<InvalidOperationException>().WithMessage("GDPR1704: *");
        await Runs.Invoking(runs => runs.CancelAsync(id, Owner, Token).AsTask()).Should().ThrowAsync<InvalidOperationException>().WithMessage("GDPR1704: *");
    }

    [Theory]
    [InlineData(RunStatus.Paused)]
    [InlineData(RunStatus.Cancelled)]
    public async Task Who_stops_it_while_rows_go_keeps_those_of_that_transaction(RunStatus status)
    {
        Bought(3, 4);
        EntryId id = default;
        Between(async () => _ = status is RunStatus.Paused ? await Elsewhere().PauseAsync(id, Owner, Token) : await Elsewhere().CancelAsync(id, Owner, Token));
        id = await ApproveAsync();

        (await Runner.RunAsync(Token)).Run!.Run.Should().BeEquivalentTo(new { Status = status, Done = 0L });
        Buyers.Should().HaveCount(2);
    }

    [Fact]
    public async Task What_is_on_hold_stays_and_goes_in_the_next_run_after_the_hold_was_lifted()
    {
        Bought(3, 4);
        var scope = new HoldScope.Person(SubjectId.Of(ShopKeys.Customers, Buyers[0].Id));
        var hold = await Get<LegalHolds>().PlaceAsync(scope, HoldGround.LegalClaims, Owner, "a claim", new LocalDate(2027, 1, 1), cancellationToken: Token);
        await ApproveAsync();
        (await Runner.RunAsync(Token)).Run!.Run.Should().BeEquivalentTo(new { Status = RunStatus.Completed, Approved = 2L, Done = 1L });
        Buyers.Should().HaveCount(1);

        await Get<LegalHolds>().LiftAsync(scope, hold, Owner, "settled", Token);
        await ApproveAsync();
        (await Runner.RunAsync(Token)).Run!.Run.Should().BeEquivalentTo(new { Status = RunStatus.Completed, Done = 1L });

        Buyers.Should().BeEmpty();
    }

    [Fact]
    public async Task What_the_store_cannot_do_is_told_and_the_run_comes_to_its_end()
    {
        Keep = memory => memory.Keep(() => Buyers);
        Bought(3);
        await ApproveAsync();

        var run = (await Runner.RunAsync(Token)).Run!.Run;

        run.Status.Should().Be(RunStatus.Incomplete);
        run.Steps.Should().ContainSingle(step => step.Action == DisposalAction.Delete).Which.Should().BeEquivalentTo(new { Fault = RunFault.NotDisposable, Done = 0L, IsFinished = true });
    }

    [Theory]
    [InlineData(2, RunStatus.Completed, 1)]
    [InlineData(3, RunStatus.Incomplete, 0)]
    public async Task A_transaction_that_fails_is_tried_again_and_given_up_in_the_end(int failures, RunStatus status, long done)
    {
        Bought(3);
        var left = failures;
        Between(() =>
        {
            return left-- > 0 ? throw new IOException("deadlock") : Task.CompletedTask;
        });
        Replace += services => services.AddSingleton<TimeProvider>(new HastyTime());
        await ApproveAsync();

        var run = (await Runner.RunAsync(Token)).Run!.Run;

        run.Steps.Single(step => step.Action == DisposalAction.Delete).Should().BeEquivalentTo(new { Done = done, Fault = done == 0 ? RunFault.StoreFailed : (RunFault?)null });
        run.Status.Should().Be(status);
        Buyers.Should().HaveCount(1 - (int)done);
    }

    /// <summary>The next version of the program, with another register, over the same ledger and rows.</summary>
    private sealed class Newer : RunTest
    {
        public Newer(StoppingTests older)
        {
            var database = older.Get<InMemoryDatabase>();
            Register = TestRegisters.Shop(register => register.Event(Key<RetentionEvent>.Parse("retired"), "je pensioen", "your retirement"));
            Keep = memory => memory.Keep(() => older.Buyers, kept => kept.Removing(b => older.Buyers.Remove(b)));
            Replace = services => services.Replace(ServiceDescriptor.Singleton(database));
        }

        public new RetentionRunner Runner => base.Runner;
    }

    private RetentionRuns Elsewhere() => Services.CreateScope().ServiceProvider.GetRequiredService<RetentionRuns>();
}
