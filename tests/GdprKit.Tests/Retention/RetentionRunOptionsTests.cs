using NodaTime;

namespace GdprKit.Retention;

public sealed class RetentionRunOptionsTests
{
    public static TheoryData<string, Action<RetentionRunOptions>> Senseless { get; } = new()
    {
        { "ApprovalLasts", options => options.ApprovalLasts = Duration.Zero },
        { "ApprovalLasts", options => options.ApprovalLasts = Duration.FromDays(32) },
        { "Tolerance", options => options.Tolerance = -0.1 },
        { "Tolerance", options => options.Tolerance = 1.1 },
        { "Tolerance", options => options.Tolerance = double.NaN },
        { "BatchSize", options => options.BatchSize = 0 },
        { "BatchSize", options => options.BatchSize = 1_000_001 },
        { "RowsPerSecond", options => options.RowsPerSecond = 0 },
        { "MostRows", options => options.MostRows = 0 },
        { "MostShare", options => options.MostShare = double.NaN },
        { "MostShare", options => options.MostShare = 2 },
        { "WaitAfterChange", options => options.WaitAfterChange = Duration.FromDays(-1) },
        { "WaitAfterChange", options => options.WaitAfterChange = Duration.FromDays(367) },
    };

    [Fact]
    public void As_they_come_they_make_sense() => Check(new()).Should().BeEmpty();

    [Theory]
    [MemberData(nameof(Senseless), DisableDiscoveryEnumeration = true)]
    public void A_limit_by_which_everything_would_go_or_nothing_ever_is_refused(string name, Action<RetentionRunOptions> change)
    {
        var options = new RetentionRunOptions();
        change(options);

        Check(options).Should().ContainSingle().Which.Should().StartWith($"GDPR4710: {name} ");
    }

    private static IEnumerable<string> Check(RetentionRunOptions options) => new RetentionRunOptionsCheck().Validate(null, options).Failures ?? [];
}
