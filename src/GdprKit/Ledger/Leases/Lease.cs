using System.Text;
using NodaTime;

namespace GdprKit.Ledger;

/// <summary>The right to do some work alone, for a time: of several instances one runs a sweep, orders the ledger, sends a campaign.</summary>
/// <remarks>
/// A lease by itself stops nobody: a holder that was suspended may wake after its end. What is done under it carries the
/// <see cref="Fence"/>, and the store refuses an old one in the same transaction. Immutable. Safe for use by several threads.
/// </remarks>
public sealed record Lease
{
    /// <summary>Which lease, and the number it was given with.</summary>
    public required LeaseFence Fence { get; init; }

    /// <summary>Who holds it: a number that an instance makes at its start.</summary>
    public required Guid Holder { get; init; }

    /// <summary>The <see cref="LeaseRequest.Id"/> of the request that took it, so that the request can be sent again when its answer was lost.</summary>
    public required Guid TakenBy { get; init; }

    /// <summary>The first instant at which somebody else can take it, in whole microseconds.</summary>
    public required Instant ExpiresAt { get; init; }

    /// <summary>
    /// How far the work has come, in words of the worker; at most 4 KiB. The next holder finds it. It can hold the key of a row, so
    /// it is neither logged nor mirrored.
    /// </summary>
    public ValueList<byte> Progress { get; init; } = [];

    /// <summary>The progress as a text.</summary>
    public string ProgressText => Encoding.UTF8.GetString(Progress.AsSpan());

    /// <summary>The name and the number; the progress is withheld.</summary>
    public override string ToString() => $"{Fence.Name}, number {Fence.Number}";
}
