using NodaTime;

namespace GdprKit;

/// <summary>A time in which consent stood.</summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
/// <param name="From">The first instant.</param>
/// <param name="To">The first instant in which it did not stand any more; <see langword="null"/> when it has not ended, or ended by expiry.</param>
public sealed record ConsentSpan(Instant From, Instant? To = null)
{
    /// <summary>The channels over which the person had to confirm that the address is theirs.</summary>
    public ValueList<MarketingChannel> ConfirmOver { get; init; } = [];

    /// <summary>The times in which that was confirmed; the last 50.</summary>
    public ValueList<ConsentProof> Proofs { get; init; } = [];

    /// <summary>Whether it stood at an instant. The one rule for it: from the first instant on, and from the end on no more.</summary>
    /// <param name="instant">The instant.</param>
    public bool Covers(Instant instant) => From <= instant && !(instant >= To);

    /// <summary>Whether it was confirmed over a channel at an instant, or did not have to be.</summary>
    internal bool IsProvenOn(Instant instant, MarketingChannel channel) =>
        !ConfirmOver.Contains(channel) || Proofs.Any(proof => proof.Channel == channel && proof.Covers(instant));
}
