using CsCheck;

namespace GdprKit.Documents;

public sealed class ChartScaleTests
{
    [Theory]
    [InlineData(0, "0 1")]
    [InlineData(1, "0 1")]
    [InlineData(4, "0 1 2 3 4")]
    [InlineData(7, "0 2 4 6 8")]
    [InlineData(25, "0 5 10 15 20 25")]
    [InlineData(101, "0 25 50 75 100 125")]
    [InlineData(1_000_000_000, "0 200000000 400000000 600000000 800000000 1000000000")]
    public void The_axis_has_a_few_round_numbers(long longest, string marks)
    {
        string.Join(' ', ChartScale.For(longest).Marks.Select(mark => mark.ToString("0", null))).Should().Be(marks);
    }

    [Fact]
    public void The_longest_bar_fits_and_fills_more_than_half_of_the_axis()
    {
        Gen.Long[1, long.MaxValue].Sample(longest =>
        {
            var scale = ChartScale.For(longest);
            return scale.Top >= longest && scale.Top < 2m * longest && scale.Steps is >= 1 and <= 5 && decimal.IsInteger(scale.Step);
        });
    }
}
