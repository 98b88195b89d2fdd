using CsCheck;
using NodaTime;

namespace GdprKit.Ledger;

public sealed class LedgerTimeTests
{
    private static readonly Gen<Instant> Instants = Gen.Select(
        Gen.Long[Instant.MinValue.ToUnixTimeSeconds() + 1, Instant.MaxValue.ToUnixTimeSeconds() - 1], Gen.Long[0, 999_999_999],
        (seconds, nanoseconds) => Instant.FromUnixTimeSeconds(seconds).PlusNanoseconds(nanoseconds));

    [Fact]
    public void An_instant_is_floored_to_the_microsecond_before_and_after_1970() => Instants.Sample(instant =>
    {
        var floor = LedgerTime.Floor(instant);

        (instant - floor).Should().BeGreaterThanOrEqualTo(Duration.Zero).And.BeLessThan(LedgerTime.Step);
        LedgerTime.FromMicroseconds(LedgerTime.ToMicroseconds(instant)).Should().Be(floor);
        LedgerTime.Floor(floor).Should().Be(floor);
    });

    [Fact]
    public void Microseconds_count_from_1970()
    {
        LedgerTime.ToMicroseconds(NodaConstants.UnixEpoch).Should().Be(0);
        LedgerTime.ToMicroseconds(Instant.FromUtc(2026, 11, 26, 9, 30) + LedgerTime.Step).Should().Be(1_795_685_400_000_001);
        LedgerTime.ToMicroseconds(NodaConstants.UnixEpoch - Duration.Epsilon).Should().Be(-1);
    }
}
