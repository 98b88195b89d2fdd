using Microsoft.Extensions.DependencyInjection;

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
}
