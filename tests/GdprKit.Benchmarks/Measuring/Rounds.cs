using System.Diagnostics;

namespace GdprKit.Benchmarks.Measuring;

/// <summary>Runs contests: once each to warm up, unless there is one round only, then in rounds in which the first of the two changes. The median counts.</summary>
internal sealed class Rounds(int repeats)
{
    public int Repeats => repeats;

    public async Task<Outcome> RunAsync(Contest contest, Func<CancellationToken, Task> before, CancellationToken cancellationToken)
    {
        // What is measured once takes so long that it need not be warmed up.
        var (answer, expected) = repeats == 1 ? ("", "") : (await WarmAsync(contest.GdprKit), await WarmAsync(contest.ByHand));
        var times = new List<(double GdprKit, double ByHand)>();
        for (var round = 0; round < repeats; round++)
        {
            var (first, second) = round % 2 == 0 ? (contest.GdprKit, contest.ByHand) : (contest.ByHand, contest.GdprKit);
            var one = await TimeAsync(first, before, cancellationToken);
            var other = await TimeAsync(second, before, cancellationToken);
            var (kit, hand) = round % 2 == 0 ? (one, other) : (other, one);
            times.Add((kit.Time, hand.Time));
            (answer, expected) = repeats == 1 ? (kit.Answer, hand.Answer) : (answer, expected);
        }

        return new Outcome(contest, answer, expected, Median(times.Select(time => time.GdprKit)), Median(times.Select(time => time.ByHand)), Median(times.Select(time => time.ByHand / time.GdprKit)));

        async Task<string> WarmAsync(Func<CancellationToken, Task<string>> work)
        {
            await before(cancellationToken);
            return await work(cancellationToken);
        }
    }

    private static async Task<(double Time, string Answer)> TimeAsync(Func<CancellationToken, Task<string>> work, Func<CancellationToken, Task> before, CancellationToken cancellationToken)
    {
        await before(cancellationToken);
        var started = Stopwatch.GetTimestamp();
        var answer = await work(cancellationToken);
        return (Stopwatch.GetElapsedTime(started).TotalMilliseconds, answer);
    }

    public static double Median(IEnumerable<double> values)
    {
        double[] ordered = [.. values.Order()];
        return ordered.Length == 0 ? double.NaN : (ordered[(ordered.Length - 1) / 2] + ordered[ordered.Length / 2]) / 2;
    }
}
