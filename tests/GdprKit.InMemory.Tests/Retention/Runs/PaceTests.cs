using GdprKit.Ledger;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace GdprKit.InMemory.Retention;

/// <summary>How fast a run goes at most.</summary>
public sealed class PaceTests : RunTest
{
    [Theory]
    [InlineData(null, 0)]
    [InlineData(1, 3)]
    public async Task It_waits_as_long_as_its_rows_are_worth(int? rowsPerSecond, int seconds)
    {
        var time = new HastyTime();
        Replace += services => services.AddSingleton<TimeProvider>(time);
        Configure = options => options.RowsPerSecond = rowsPerSecond;
        Bought(3, 4, 5);
        await ApproveAsync();

        (await Runner.RunAsync(Token)).Run!.Run.Done.Should().Be(3);

        // What the transaction took counts.
        time.Waited.TotalSeconds.Should().BeInRange(seconds * 0.5, seconds);
    }

    [Fact]
    public async Task Going_slowly_it_is_not_taken_for_given_up()
    {
        var (taken, asked) = (default(Lease), false);
        Configure = options => options.RowsPerSecond = 1;
        Replace += services => services.AddSingleton<TimeProvider>(new HastyTime());
        Buyers.AddRange(Enumerable.Range(1, 300).Select(id => new Buyer { Id = id, Email = "somebody@example.nl", BoughtOn = new DateOnly(2020, 1, 1) }));
        Between(async () =>
        {
            Clock.AdvanceSeconds(299);
            taken = await Get<ILedgerStore>().LeaseAsync(LeaseRequest.Take(LeaseName.Parse("retention.run"), Guid.NewGuid(), Clock.GetCurrentInstant(), Duration.FromMinutes(2)), Token);
            asked = true;
        });
        await ApproveAsync();

        (await Runner.RunAsync(Token)).Run!.Run.Should().BeEquivalentTo(new { Status = RunStatus.Completed, Done = 300L });

        asked.Should().BeTrue();
        taken.Should().BeNull("three hundred rows take five minutes at this pace");
    }
}
