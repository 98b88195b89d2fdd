using System.Buffers.Binary;
using NodaTime;

namespace GdprKit.Notices;

/// <summary>
/// How many mails may go: as much as was not used of the declared number since it was looked at last, and never more than that of a minute at once. Kept
/// with the lease, so that several instances and restarts share one.
/// </summary>
internal sealed class SendingAllowance
{
    private const int Bytes = 2 * sizeof(long);

    private readonly double _perSecond;
    private readonly double _most;
    private double _left;
    private Instant _at;

    private SendingAllowance(int perHour, double left, Instant at)
    {
        _perSecond = perHour / 3600.0;
        _most = Math.Max(1, perHour / 60.0);
        (_left, _at) = (Math.Min(left, _most), at);
    }

    /// <summary>The allowance that was left with a lease; <see langword="null"/> where no number is declared.</summary>
    public static SendingAllowance? Read(int? perHour, ReadOnlySpan<byte> bytes, Instant now)
    {
        if (perHour is not { } number)
        {
            return null;
        }

        return bytes.Length != Bytes
            ? new SendingAllowance(number, 1, now)
            : new SendingAllowance(number, BinaryPrimitives.ReadInt64BigEndian(bytes) / 1000.0, Instant.FromUnixTimeTicks(BinaryPrimitives.ReadInt64BigEndian(bytes[sizeof(long)..])));
    }

    public ValueList<byte> Write()
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        BinaryPrimitives.WriteInt64BigEndian(bytes, (long)(_left * 1000));
        BinaryPrimitives.WriteInt64BigEndian(bytes[sizeof(long)..], _at.ToUnixTimeTicks());
        return [.. bytes];
    }

    /// <summary>How many mails may go now, at most a number that is wanted.</summary>
    public int At(Instant now, int wanted)
    {
        // A clock that is put back gives nothing, and what comes after counts from there: it may have been wrong by years.
        _left = Math.Min(_most, _left + (Math.Max(0, (now - _at).TotalSeconds) * _perSecond));
        _at = now;
        return Math.Min(wanted, (int)_left);
    }

    public void Use(int mails) => _left -= mails;

    /// <summary>When the next mail may go.</summary>
    public Instant NextAt() => _left >= 1 ? _at : _at + Duration.FromSeconds((1 - _left) / _perSecond);
}
