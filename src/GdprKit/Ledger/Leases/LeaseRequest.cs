using NodaTime;

namespace GdprKit.Ledger;

/// <summary>Asks for a lease, or for more time of one that is held.</summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
public sealed record LeaseRequest
{
    /// <summary>The longest that a lease is taken or renewed for at a time: six hours.</summary>
    public static readonly Duration Longest = Duration.FromHours(6);

    // By how much the clocks of instances may differ.
    private static readonly Duration Margin = Duration.FromHours(1);

    private LeaseRequest(LeaseName name, Guid holder, Instant now, Duration duration)
    {
        if (name.IsDefault || holder == Guid.Empty || duration < Duration.Zero || duration > Longest)
        {
            throw new ArgumentException($"{LedgerMessages.LeaseMalformed}: a lease is asked for without a name, without a holder, for less than no time, or for more than six hours. Give all three, and renew it while the work lasts.");
        }

        (Name, Holder, Now, ExpiresAt) = (name, holder, LedgerTime.Floor(now), LedgerTime.Floor(now + duration));
    }

    /// <summary>Which request: a random number, by which it is known again when it is sent a second time.</summary>
    public Guid Id { get; } = Guid.NewGuid();

    /// <summary>Which lease.</summary>
    public LeaseName Name { get; }

    /// <summary>Who asks.</summary>
    public Guid Holder { get; }

    /// <summary>When, by the injected clock, in whole microseconds.</summary>
    public Instant Now { get; }

    /// <summary>Until when; of a release 1970-01-01T00:00Z, which is past by every clock.</summary>
    public Instant ExpiresAt { get; private init; }

    /// <summary>
    /// The latest end of somebody else's lease that is believed: seven hours from now, which is <see cref="Longest"/> and an hour by which clocks may differ. No lease ends later, so
    /// one that does was taken by a clock that has gone back since, and its holder may be gone: it is free. Where the holder lives, what it does is refused by the number of its lease.
    /// </summary>
    public Instant BelievedUntil => Now + Longest + Margin;

    /// <summary>Whether the lease is given back.</summary>
    public bool IsRelease { get; private init; }

    /// <summary>The number of the lease that is held; <see langword="null"/> to take one.</summary>
    public long? Held { get; private init; }

    /// <summary>How far the work has come; <see langword="null"/> leaves what is stored.</summary>
    public ValueList<byte>? Progress { get; private init; }

    /// <summary>Asks for a lease that is free, has expired, or ends too late to be believed (<see cref="BelievedUntil"/>).</summary>
    /// <remarks>
    /// Who holds it already does not get it again by asking anew: two workers of one instance must not both work. Who lost the answer sends
    /// the same request once more, and gets what it got.
    /// </remarks>
    /// <param name="name">Which lease.</param>
    /// <param name="holder">Who asks: a number that the instance made at its start.</param>
    /// <param name="now">The instant of the injected clock.</param>
    /// <param name="duration">For how long; at most <see cref="Longest"/>.</param>
    /// <exception cref="ArgumentException">GDPR1124: something is missing, or the duration is negative or too long.</exception>
    public static LeaseRequest Take(LeaseName name, Guid holder, Instant now, Duration duration) => new(name, holder, now, duration);

    /// <summary>Asks for more time, and says how far the work has come.</summary>
    /// <param name="lease">The lease that is held.</param>
    /// <param name="now">The instant of the injected clock.</param>
    /// <param name="duration">For how long from now; at most <see cref="Longest"/>. A lease that stands for longer keeps its end.</param>
    /// <param name="progress">How far the work has come, at most 4 KiB; <see langword="null"/> leaves what is stored.</param>
    /// <exception cref="ArgumentException">GDPR1124: the duration is negative or too long, or the progress too long.</exception>
    public static LeaseRequest Renew(Lease lease, Instant now, Duration duration, ValueList<byte>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(lease);
        return progress?.Count > LedgerLimits.ProgressBytes
            ? throw new ArgumentException($"{LedgerMessages.LeaseMalformed}: the progress of a lease has {progress.Value.Count} bytes; {LedgerLimits.ProgressBytes} fit. Keep only where to go on.", nameof(progress))
            : new LeaseRequest(lease.Fence.Name, lease.Holder, now, duration) { Held = lease.Fence.Number, Progress = progress };
    }

    /// <summary>Gives a lease back: whoever asks next gets it, also by a clock that is behind, with what progress was left.</summary>
    /// <param name="lease">The lease that is held.</param>
    /// <param name="now">The instant of the injected clock.</param>
    /// <param name="progress">How far the work has come; empty when it is done.</param>
    public static LeaseRequest Release(Lease lease, Instant now, ValueList<byte> progress = default) =>
        Renew(lease, now, Duration.Zero, progress) with { ExpiresAt = NodaConstants.UnixEpoch, IsRelease = true };

    /// <summary>
    /// What becomes of the lease: the rule that every store follows, in one place. A store with a query language makes one statement of it.
    /// </summary>
    /// <param name="standing">What is stored under the name, or <see langword="null"/>.</param>
    /// <returns>What is to be stored and returned; <see langword="null"/> when the request is refused and nothing changes.</returns>
    public Lease? Apply(Lease? standing)
    {
        if (Held is { } number)
        {
            // Late is not lost: as long as nobody took the lease, nothing was done meanwhile.
            return standing is not null && standing.Holder == Holder && standing.Fence.Number == number
                ? standing with { ExpiresAt = IsRelease ? ExpiresAt : Instant.Max(standing.ExpiresAt, ExpiresAt), Progress = Progress ?? standing.Progress }
                : null;
        }

        if (standing is not null && standing.ExpiresAt > Now && (standing.ExpiresAt <= BelievedUntil || standing.TakenBy == Id))
        {
            // The answer to this very request was lost.
            return standing.TakenBy == Id ? standing : null;
        }

        return new Lease
        {
            Fence = new LeaseFence(Name, (standing?.Fence.Number ?? 0) + 1),
            Holder = Holder,
            TakenBy = Id,
            ExpiresAt = ExpiresAt,
            Progress = standing?.Progress ?? [],
        };
    }

    /// <summary>The name; the progress is withheld.</summary>
    public override string ToString() => Name.ToString();
}
