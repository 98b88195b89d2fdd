using System.Globalization;

namespace GdprKit.Samples.Crm.Pages;

/// <summary>The revenue of the twelve months of a year, and how tall the bars of its chart are.</summary>
public sealed class RevenueYear(int year, IReadOnlyDictionary<int, decimal> revenueByMonth)
{
    private const int Months = 12;

    public int Year => year;

    public decimal Total => revenueByMonth.Values.Sum();

    /// <summary>The top of the scale: the first of 1, 2, 5, 10, 20, 50, ... euros that is not below the best month.</summary>
    public decimal Scale { get; } = ScaleFor(revenueByMonth.Values.DefaultIfEmpty().Max());

    public IEnumerable<(string Name, string ShortName, decimal Revenue)> ByMonth
    {
        get
        {
            var names = CultureInfo.CurrentCulture.DateTimeFormat;
            return Enumerable.Range(1, Months)
                .Select(month => (names.GetMonthName(month), names.GetAbbreviatedMonthName(month), revenueByMonth.GetValueOrDefault(month)));
        }
    }

    private static decimal ScaleFor(decimal best)
    {
        for (var power = 1m; ; power *= 10)
        {
            foreach (var step in new[] { 1m, 2m, 5m })
            {
                if (step * power >= best)
                {
                    return step * power;
                }
            }
        }
    }
}
