using NodaTime;

namespace GdprKit.Ledger;

/// <summary>Instants as the ledger keeps them: whole microseconds, because that is what every database can hold.</summary>
/// <remarks>For who writes a store. Safe for use by several threads.</remarks>
public static class LedgerTime
{
    private const long TicksPerMicrosecond = NodaConstants.TicksPerMillisecond / 1_000;

    /// <summary>The smallest step of time in the ledger: one microsecond.</summary>
    public static Duration Step { get; } = Duration.FromTicks(TicksPerMicrosecond);

    /// <summary>The microseconds since 1970-01-01T00:00Z; what is smaller is left out.</summary>
    /// <param name="instant">The instant; before 1970 the number is negative.</param>
    public static long ToMicroseconds(Instant instant)
    {
        var ticks = instant.ToUnixTimeTicks();
        var microseconds = ticks / TicksPerMicrosecond;
        return ticks < 0 && ticks % TicksPerMicrosecond != 0 ? microseconds - 1 : microseconds;
    }

    /// <summary>The instant that many microseconds after 1970-01-01T00:00Z.</summary>
    /// <param name="microseconds">The microseconds.</param>
    /// <exception cref="ArgumentOutOfRangeException">The instant lies outside the years -9998 to 9999.</exception>
    public static Instant FromMicroseconds(long microseconds)
    {
        var milliseconds = Math.DivRem(microseconds, 1_000, out var rest);
        return Instant.FromUnixTimeMilliseconds(milliseconds).PlusTicks(rest * TicksPerMicrosecond);
    }

    /// <summary>The last whole microsecond that is not after an instant.</summary>
    /// <param name="instant">The instant.</param>
    public static Instant Floor(Instant instant) => FromMicroseconds(ToMicroseconds(instant));

    internal static bool IsWhole(Instant instant) => Floor(instant) == instant;
}
