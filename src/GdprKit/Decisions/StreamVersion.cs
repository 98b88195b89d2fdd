using GdprKit.Ledger;

namespace GdprKit.Decisions;

/// <summary>A stream as it was when something was decided on it.</summary>
/// <param name="Stream">Which stream.</param>
/// <param name="Version">The version of its last entry; 0 when it had none.</param>
public readonly record struct StreamVersion(StreamId Stream, long Version)
{
    /// <summary>Kind and version; subject and key are withheld.</summary>
    public override string ToString() => $"{Stream}, version {Version}";
}
