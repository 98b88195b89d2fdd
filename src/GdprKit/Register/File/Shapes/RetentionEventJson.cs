namespace GdprKit.Register;

/// <summary>An event from which retention periods run.</summary>
internal static class RetentionEventJson
{
    public static RetentionEvent Read(Key<RetentionEvent> key, JsonObjectReader from)
    {
        from.Require("label");
        return new RetentionEvent
        {
            Key = key,
            Label = from.Localized("label") ?? LocalizedText.Empty,
            Description = from.Localized("description"),
        };
    }

    public static void Write(JsonObjectWriter to, RetentionEvent retentionEvent)
    {
        to.Localized("label", retentionEvent.Label);
        to.Localized("description", retentionEvent.Description);
    }
}
