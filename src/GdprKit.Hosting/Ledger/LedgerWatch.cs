using System.Diagnostics.Metrics;
using GdprKit.Ledger;
using NodaTime;

namespace GdprKit.Hosting;

/// <summary>How the ledger, its order and its mirror stood when a worker looked last, for metrics and the health check.</summary>
/// <remarks>Safe for use by several threads.</remarks>
internal sealed class LedgerWatch
{
    private static readonly MirrorStanding NobodyLooked = new() { State = MirrorState.Unknown, Size = 0, KnownMirrored = 0 };

    private volatile Sight _seen = new(NobodyLooked, 0, Instant.MinValue, null);

    private volatile Failure? _failure;

    private readonly VerificationRun _run;

    public LedgerWatch(GdprKitMeter meter, VerificationRun run)
    {
        ArgumentNullException.ThrowIfNull(meter);
        _run = run;
        meter.Meter.CreateObservableGauge(GdprKitMetrics.LedgerPending, () => _seen.Pending, "{entry}", "Entries of the ledger without a position.");
        meter.Meter.CreateObservableGauge(GdprKitMetrics.MirrorLag, () => Math.Max(0, Mirror.Size - (Mirror.MirrorSize ?? Mirror.KnownMirrored)), "{entry}", "Entries in order that the mirror lacks.");
        meter.Meter.CreateObservableGauge(
            GdprKitMetrics.MirrorFit, () => new Measurement<long>(Mirror.NeedsAttention ? 0 : 1, new KeyValuePair<string, object?>(GdprKitMetrics.Status, NameOf(Mirror.State))), "1", "1 while the ledger and its mirror fit.");
    }

    public MirrorStanding Mirror => _seen.Mirror;

    /// <summary>Since when the mirror has needed attention; meaningless while it needs none.</summary>
    public Instant Since => _seen.Since;

    /// <summary>Why the checkpoint over what was mirrored last was not signed; <see langword="null"/> when it was. What a signer of the host throws may name anybody, so of that only the kind.</summary>
    public string? WhyUnsigned => _seen.Unsigned is GdprKitException fault ? fault.Message : _seen.Unsigned?.GetType().Name;

    /// <summary>Why the ledger could not be put in order when it was tried last; <see langword="null"/> when it could. What a database throws may name anybody, so of that only the kind.</summary>
    public string? WhyFailing => _failure?.Fault is { } fault
        ? fault is GdprKitException refusal ? refusal.Message : $"{WorkerMessages.RoundFailed}: the ledger cannot be put in order ({fault.GetType().Name}). The log says why; it is tried again."
        : null;

    /// <summary>Since when it could not; meaningless while it can.</summary>
    public Instant FailingSince => _failure?.Since ?? Instant.MaxValue;

    /// <summary>How many entries wait for a position.</summary>
    public long Pending => _seen.Pending;

    /// <summary>Since when entries have waited without any of them getting a position, here or elsewhere; <see langword="null"/> while none waits.</summary>
    public Instant? StandingStillSince => _seen.StillSince;

    /// <summary>What the last verification came to; <see langword="null"/> before the first.</summary>
    public VerificationReport? Verified => _run.Last;

    public void See(SequencingResult result, long pending, Instant now)
    {
        // Where somebody else is at it nothing new was seen.
        var mirror = result.Mirror.State == MirrorState.Unknown ? Mirror : result.Mirror;
        Instant? still = pending == 0 ? null : result.Ordered > 0 || mirror.Size != Mirror.Size ? now : _seen.StillSince ?? now;
        _seen = new Sight(mirror, pending, mirror.NeedsAttention && Mirror.NeedsAttention ? _seen.Since : now, result.Mirrored > 0 ? result.Unsigned : _seen.Unsigned, still);
        _failure = null;
    }

    public void Fail(Exception fault, Instant now) => _failure = new Failure(fault, _failure?.Since ?? now);

    // As it is written in metrics: full, behind.
#pragma warning disable CA1308 // A name for machines, not for comparison.
    private static string NameOf(MirrorState state) => state.ToString().ToLowerInvariant();
#pragma warning restore CA1308

    private sealed record Sight(MirrorStanding Mirror, long Pending, Instant Since, Exception? Unsigned, Instant? StillSince = null);

    private sealed record Failure(Exception Fault, Instant Since);
}
