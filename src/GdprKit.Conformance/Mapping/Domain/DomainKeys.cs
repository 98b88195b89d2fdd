namespace GdprKit.Conformance;

/// <summary>What the maps of the domain name.</summary>
internal static class DomainKeys
{
    public static readonly Key<SubjectKind> People = Key<SubjectKind>.Parse("people");
    public static readonly Key<SubjectKind> Staff = Key<SubjectKind>.Parse("staff");

    public static readonly Key<DataCategory> Name = Key<DataCategory>.Parse("name");
    public static readonly Key<DataCategory> Contact = Key<DataCategory>.Parse("contact");
    public static readonly Key<DataCategory> Remarks = Key<DataCategory>.Parse("remarks");

    public static readonly Key<ProcessingActivity> Everything = Key<ProcessingActivity>.Parse("everything");

    public static readonly Key<RetentionEvent> Left = Key<RetentionEvent>.Parse("left");
    public static readonly Key<RetentionEvent> LastOrder = Key<RetentionEvent>.Parse("last-order");
    public static readonly Key<RetentionEvent> Placed = Key<RetentionEvent>.Parse("placed");
    public static readonly Key<RetentionEvent> Paid = Key<RetentionEvent>.Parse("paid");
    public static readonly Key<RetentionEvent> Visited = Key<RetentionEvent>.Parse("visited");

    public static readonly Key<RetentionEvent> Day = Key<RetentionEvent>.Parse("day");
    public static readonly Key<RetentionEvent> DayWithTime = Key<RetentionEvent>.Parse("day-with-time");
    public static readonly Key<RetentionEvent> WallClock = Key<RetentionEvent>.Parse("wall-clock");
    public static readonly Key<RetentionEvent> Utc = Key<RetentionEvent>.Parse("utc");
    public static readonly Key<RetentionEvent> Offset = Key<RetentionEvent>.Parse("offset");
    public static readonly Key<RetentionEvent> Moment = Key<RetentionEvent>.Parse("moment");
}
