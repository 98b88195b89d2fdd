using GdprKit.Ledger;
using NodaTime;

namespace GdprKit.Retention;

/// <summary>What went of the streams of one kind.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="KeptFor">As which of GdprKit's own records they are kept; <see cref="OwnRecordKind.Unspecified"/> when nothing was said, so that they never go.</param>
/// <param name="Before">They went when they had ended before this instant; <see langword="null"/> when none goes today, however long ago it ended.</param>
/// <param name="Count">How many went.</param>
public sealed record ExpiredStreams(StreamKind Kind, OwnRecordKind KeptFor, Instant? Before, long Count)
{
    /// <summary>Whether a hold on the category of the record keeps all of them, whatever they are about; so none went.</summary>
    public bool IsOnHold { get; init; }
}
