using NodaTime;

namespace GdprKit;

/// <summary>A time in which consent stood.</summary>
/// <param name="From">The first instant.</param>
/// <param name="To">The first instant in which it did not stand any more; <see langword="null"/> when it has not ended, or ended by expiry.</param>
public sealed record ConsentSpan(Instant From, Instant? To = null);
