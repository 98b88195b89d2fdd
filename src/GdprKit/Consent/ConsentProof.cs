using NodaTime;

namespace GdprKit;

/// <summary>A time in which it was confirmed over a channel that the address is the person's own.</summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
/// <param name="Channel">The channel.</param>
/// <param name="From">When it was confirmed.</param>
/// <param name="To">When the person got another address, or agreed anew; <see langword="null"/> when neither happened.</param>
public sealed record ConsentProof(MarketingChannel Channel, Instant From, Instant? To = null)
{
    internal bool Covers(Instant instant) => From <= instant && !(instant >= To);
}
