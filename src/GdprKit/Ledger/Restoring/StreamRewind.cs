using System.Globalization;

namespace GdprKit.Ledger;

/// <summary>How far a stream is taken back.</summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
/// <param name="Stream">The stream.</param>
/// <param name="ExpectedVersion">The version that it must have.</param>
/// <param name="KeptVersion">The last version that stays; 0 when none does.</param>
/// <param name="Head">Its head afterwards, of that version; <see langword="null"/> when no entry stays.</param>
public sealed record StreamRewind(StreamId Stream, long ExpectedVersion, long KeptVersion, StreamHead? Head)
{
    /// <summary>The kind and the versions; person and key are withheld.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Stream}, from version {ExpectedVersion} to {KeptVersion}");
}
