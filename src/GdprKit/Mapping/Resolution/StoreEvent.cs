namespace GdprKit.Mapping;

/// <summary>When an event happened for a row.</summary>
/// <param name="Event">The event from which periods run.</param>
/// <param name="Time">Its date.</param>
public sealed record StoreEvent(Key<RetentionEvent> Event, StoreTime Time);
