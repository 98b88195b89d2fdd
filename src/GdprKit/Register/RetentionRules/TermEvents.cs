namespace GdprKit;

/// <summary>The events from which a term can run.</summary>
internal static class TermEvents
{
    public static IEnumerable<Key<RetentionEvent>> Of(RetentionTerm term) => term switch
    {
        RetentionTerm.After { Fallback: { } fallback } after => [.. after.Events, fallback],
        RetentionTerm.After after => after.Events,
        RetentionTerm.LatestOf latest => latest.Terms.SelectMany(Of),
        RetentionTerm.UntilAge until => [until.BirthDate],
        _ => [],
    };
}
