using System.Buffers.Binary;
using NodaTime;

namespace GdprKit.Notices;

/// <summary>What is kept with the lease between the runs of a sender.</summary>
/// <param name="Allowance">How many mails may go; <see langword="null"/> where no number is declared.</param>
/// <param name="Refusals">How many were refused in a row.</param>
internal sealed record SendingProgress(SendingAllowance? Allowance, RefusalStreak Refusals)
{
    public static SendingProgress Read(int? perHour, ValueList<byte> progress, Instant now)
    {
        var bytes = progress.AsSpan();
        var refusals = bytes.Length >= sizeof(int) ? BinaryPrimitives.ReadInt32BigEndian(bytes) : 0;
        return new(SendingAllowance.Read(perHour, bytes.Length >= sizeof(int) ? bytes[sizeof(int)..] : [], now), new RefusalStreak(refusals));
    }

    public ValueList<byte> Write()
    {
        Span<byte> refusals = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(refusals, Refusals.Length);
        return [.. refusals, .. Allowance is null ? [] : Allowance.Write()];
    }
}
