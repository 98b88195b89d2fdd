namespace GdprKit;

/// <summary>The keys of GdprKit's own records; the prefix is refused to a host.</summary>
internal static class OwnRecordKeys
{
    private const string Prefix = KeySyntax.ReservedPrefix;

    public static Key<ProcessingActivity> Accountability { get; } = new(Prefix + "accountability");

    public static Key<ProcessingActivity> Suppression { get; } = new(Prefix + "suppression");

    public static Key<DataCategory> Evidence { get; } = new(Prefix + "evidence");

    public static Key<DataCategory> ErasureOrder { get; } = new(Prefix + "erasure-order");

    public static Key<DataCategory> SuppressedAddress { get; } = new(Prefix + "suppression");

    public static Key<RetentionEvent> EvidenceEnded { get; } = new(Prefix + "evidence-ended");

    public static Key<RetentionEvent> ErasureDone { get; } = new(Prefix + "erasure-done");
}
