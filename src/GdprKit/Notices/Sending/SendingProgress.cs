using NodaTime;

namespace GdprKit.Notices;

/// <summary>What is kept with the lease between the runs of a sender.</summary>
/// <param name="Allowance">How many mails may go; <see langword="null"/> where no number is declared.</param>
/// <param name="Doubts">How many failed in a row.</param>
internal sealed record SendingProgress(SendingAllowance? Allowance, SendingDoubts Doubts)
{
    public static SendingProgress Read(int? perHour, ValueList<byte> progress, Instant now)
    {
        var bytes = progress.AsSpan();
        return new(SendingAllowance.Read(perHour, bytes.Length >= SendingDoubts.Bytes ? bytes[SendingDoubts.Bytes..] : [], now), SendingDoubts.Read(bytes));
    }

    public ValueList<byte> Write()
    {
        Span<byte> doubts = stackalloc byte[SendingDoubts.Bytes];
        Doubts.Write(doubts);
        return [.. doubts, .. Allowance is null ? [] : Allowance.Write()];
    }
}
