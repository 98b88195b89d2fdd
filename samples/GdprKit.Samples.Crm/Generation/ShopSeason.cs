using NodaTime;

namespace GdprKit.Samples.Crm.Generation;

/// <summary>How a shop fares: from its first day to its last it grows to three times what it was, sells most in December and least in summer.</summary>
internal sealed class ShopSeason
{
    private readonly double[] _until;

    public ShopSeason(LocalDate from, LocalDate to)
    {
        Days = [.. new DateInterval(from, to)];
        _until = new double[Days.Count];
        var sum = 0.0;
        for (var day = 0; day < Days.Count; day++)
        {
            _until[day] = sum += (1 + (2.0 * day / Days.Count)) * In(Days[day].Month);
        }
    }

    public IReadOnlyList<LocalDate> Days { get; }

    /// <summary>How many of all things have happened at the end of a day.</summary>
    /// <param name="day">The number of the day; on the last one, everything has.</param>
    /// <param name="all">How many there are in all.</param>
    public long Until(int day, long all) => (long)Math.Round(all * _until[day] / _until[^1]);

    private static double In(int month) => month switch
    {
        7 or 8 => 0.8,
        11 => 1.3,
        12 => 1.8,
        _ => 1,
    };
}
