using GdprKit.Ledger;

namespace GdprKit.Notices;

/// <summary>Somebody whose turn it is.</summary>
/// <param name="Stream">The stream of the delivery.</param>
/// <param name="Contact">How the person is reached; <see langword="null"/> when the person's row or link is gone.</param>
/// <param name="Before">How it stood with the delivery.</param>
/// <param name="IsReminder">Whether the person was told before.</param>
internal sealed record DueDelivery(StreamId Stream, Contact? Contact, NoticeDelivery Before, bool IsReminder)
{
    /// <summary>The kind of the stream; the person is withheld.</summary>
    public override string ToString() => Stream.ToString();
}
