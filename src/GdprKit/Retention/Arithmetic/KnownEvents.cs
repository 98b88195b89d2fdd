namespace GdprKit.Retention;

/// <summary>Of which events somebody could know that they happened. Without that, an event that no map dates would pass for one that never happened.</summary>
internal sealed class KnownEvents
{
    private readonly Func<Key<RetentionEvent>, bool>? _isDated;

    private KnownEvents(Func<Key<RetentionEvent>, bool>? isDated) => _isDated = isDated;

    /// <summary>Every event: who states the facts knows them all.</summary>
    public static KnownEvents All { get; } = new(null);

    /// <summary>The events for which something is asked for a date.</summary>
    public static KnownEvents Where(Func<Key<RetentionEvent>, bool> isDated) => new(isDated);

    /// <summary>The events that nobody can date although they could move the end of a term; none when its end can be known.</summary>
    public ValueList<Key<RetentionEvent>> MissingFrom(RetentionTerm term) => _isDated is null
        ? []
        : Deciding(term).Where(happened => !_isDated(happened)).Distinct().ToValueList();

    // A fallback without a date cannot bring an end forward or back: without it, what it would decide has no date at all. Where the
    // latest of several ends counts, it might be that one.
    private static IEnumerable<Key<RetentionEvent>> Deciding(RetentionTerm term) => term is RetentionTerm.After after ? after.Events : TermEvents.Of(term);
}
