namespace GdprKit.Documents;

/// <summary>The axis of a chart: from zero in equal steps of a round number to the longest bar or just beyond it.</summary>
/// <param name="Step">The distance of two marks: a whole number of one or two digits, 1, 2, 25 or 5, followed by zeros.</param>
/// <param name="Steps">How many steps there are, one to five.</param>
internal sealed record ChartScale(decimal Step, int Steps)
{
    private const int MostSteps = 5;

    private static readonly decimal[] Rounds = [1, 2, 2.5m, 5, 10];

    /// <summary>The end of the axis, more than zero.</summary>
    public decimal Top => Step * Steps;

    /// <summary>The numbers at the axis, zero first.</summary>
    public IEnumerable<decimal> Marks => Enumerable.Range(0, Steps + 1).Select(index => index * Step);

    public static ChartScale For(decimal longest)
    {
        var step = StepOf(longest);
        return new ChartScale(step, Math.Max(1, (int)Math.Ceiling(longest / step)));
    }

    private static decimal StepOf(decimal longest)
    {
        for (var power = 1m; ; power *= 10)
        {
            foreach (var step in Rounds.Select(round => round * power).Where(decimal.IsInteger))
            {
                if (step * MostSteps >= longest)
                {
                    return step;
                }
            }
        }
    }
}
