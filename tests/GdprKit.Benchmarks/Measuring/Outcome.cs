namespace GdprKit.Benchmarks.Measuring;

/// <summary>What a contest gave.</summary>
/// <param name="Contest">The contest.</param>
/// <param name="Answer">What GdprKit answered.</param>
/// <param name="Expected">What the hand-written statements answered.</param>
/// <param name="GdprKit">The median time of GdprKit, in milliseconds.</param>
/// <param name="ByHand">The median time by hand, in milliseconds.</param>
/// <param name="Ratio">The median of the ratios of speed in each round: 1 is as fast as by hand.</param>
internal sealed record Outcome(Contest Contest, string Answer, string Expected, double GdprKit, double ByHand, double Ratio)
{
    public bool IsRight => Answer == Expected;

    public override string ToString() => FormattableString.Invariant(
        $"| {Contest.Name} | {GdprKit:N0} ms | {ByHand:N0} ms | {Ratio:F2} x | {Contest.Asked:F2} x | {(IsRight ? "equal" : $"DIFFERENT: {Answer} instead of {Expected}")} |");
}
