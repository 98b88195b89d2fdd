using NodaTime;

namespace GdprKit.InMemory.Retention;

/// <summary>What the application approves by itself, and what it leaves to somebody.</summary>
public sealed class AutomaticApprovalTests : RunTest
{
    private AutomaticApproval Automatic => Get<AutomaticApproval>();

    [Fact]
    public async Task New_rules_are_left_alone_for_a_week_and_then_what_is_due_goes()
    {
        Bought([.. Enumerable.Repeat(1, 100), 3]);
        var until = Clock.GetCurrentInstant() + Duration.FromDays(7);
        (await Automatic.DecideAsync(Token)).Should().Be(new AutomaticOutcome.NewRules(until));
        Clock.AdvanceDays(6);
        (await Automatic.DecideAsync(Token)).Should().Be(new AutomaticOutcome.NewRules(until), "the day on which they were first seen counts");
        Clock.AdvanceDays(1);

        var approved = (await Automatic.DecideAsync(Token)).Should().BeOfType<AutomaticOutcome.Approved>().Which;
        (await Automatic.DecideAsync(Token)).Should().Be(new AutomaticOutcome.AnotherRun());
        (await Runner.RunAsync(Token)).Run.Should().BeEquivalentTo(new { Id = approved.Run, Run = new { Status = RunStatus.Completed, Done = 1L, ApprovedBy = (Key<Operator>?)null } });

        (await Automatic.DecideAsync(Token)).Should().Be(new AutomaticOutcome.NothingDue());
    }

    [Fact]
    public async Task A_sweep_that_would_empty_a_table_waits_for_somebody()
    {
        Configure = options => options.WaitAfterChange = Duration.Zero;
        Bought([.. Enumerable.Repeat(3, 50)]);

        (await Automatic.DecideAsync(Token)).Should().BeOfType<AutomaticOutcome.TooMuch>().Which.Reason.Should().StartWith("GDPR1707: 50 of 50 rows of ");
        (await Runs.FindOpenAsync(Token)).Should().BeNull();
        Buyers.Should().HaveCount(50);
    }

    [Fact]
    public async Task More_rows_than_are_usual_wait_for_somebody()
    {
        Configure = options => (options.WaitAfterChange, options.MostRows) = (Duration.Zero, 3);
        Bought([.. Enumerable.Repeat(1, 1_000), .. Enumerable.Repeat(3, 4)]);

        (await Automatic.DecideAsync(Token)).Should().BeOfType<AutomaticOutcome.TooMuch>().Which.Reason.Should().StartWith("GDPR1706: 4 rows would change");
    }

    [Fact]
    public async Task Of_a_small_table_a_few_rows_are_no_accident()
    {
        Configure = options => options.WaitAfterChange = Duration.Zero;
        Bought(1, 1, 3);

        (await Automatic.DecideAsync(Token)).Should().BeOfType<AutomaticOutcome.Approved>();
    }
}
