using NodaTime;

namespace GdprKit;

/// <summary>How many people came in a month into the state in which they are now.</summary>
/// <remarks>
/// By when it was recorded, in the time zone of the controller; what expired, by when it did, and by when it was given as well, because
/// that remains the last that the person said.
/// </remarks>
/// <param name="Month">The month.</param>
/// <param name="Reached">How many people in which state; only states that somebody came into, in the order of <see cref="ConsentStatus"/>.</param>
public sealed record ConsentMonth(YearMonth Month, ValueList<ConsentCount> Reached)
{
    /// <summary>How many people came into a state.</summary>
    /// <param name="status">The state.</param>
    public long Into(ConsentStatus status) => Reached.FirstOrDefault(count => count.Status == status)?.People ?? 0;
}
