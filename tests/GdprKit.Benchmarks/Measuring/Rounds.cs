using System.Diagnostics;

namespace GdprKit.Benchmarks.Measuring;

/// <summary>Runs contests: once each to warm up, then in rounds in which the first of the two changes. The median counts.</summary>
internal sealed class Rounds(int repeats)
{
    public int Repeats => repeats;

    public async Task<Outcome> RunAsync(Contest contest, Func<CancellationToken, Task> before, CancellationToken cancellationToken)
    {
        var (answer, expected) = (await contest.GdprKit(cancellationToken), await contest.ByHand(cancellationToken));
        var times = new List<(double GdprKit, double ByHand)>();
        for (var round = 0; round < repeats; round++)
        {
            var (first, second) = round % 2 == 0 ? (contest.GdprKit, contest.ByHand) : (contest.ByHand, contest.GdprKit);
            var one = await TimeAsync(first, before, cancellationToken);
            var other = await TimeAsync(second, before, cancellationToken);
            times.Add(round % 2 == 0 ? (one, other) : (other, one));
        }

        return new Outcome(contest, answer, expected, Median(times.Select(time => time.GdprKit)), Median(times.Select(time => time.ByHand)), Median(times.Select(time => time.ByHand / time.GdprKit)));
    }

    private static async Task<double> TimeAsync(Func<CancellationToken, Task<string>> work, Func<CancellationToken, Task> before, CancellationToken cancellationToken)
    {
        await before(cancellationToken);
        var started = Stopwatch.GetTimestamp();
        await work(cancellationToken);
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    public static double Median(IEnumerable<double> values)
    {
        double[] ordered = [.. values.Order()];
        return ordered.Length == 0 ? double.NaN : (ordered[(ordered.Length - 1) / 2] + ordered[ordered.Length / 2]) / 2;
    }
}
