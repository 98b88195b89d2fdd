using NodaTime;

namespace GdprKit;

/// <summary>An event that happened to an item.</summary>
/// <param name="Event">The kind of event.</param>
/// <param name="On">
/// The day, in the controller's zone; <see langword="null"/> or <see cref="RetentionFacts.NoDay"/> when the item has none, which is
/// the same as leaving the event out.
/// </param>
public sealed record EventOccurrence(Key<RetentionEvent> Event, LocalDate? On);
